/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/** Pearson's correlation. */
final class Correlation {

    private Correlation() {}

    /** Of two arrays of equal length; 0 where one of them is constant. */
    static double of(double[] x, double[] y) {
        int n = x.length;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += x[i] / n;
            meanY += y[i] / n;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double scale = Math.sqrt(xx * yy);
        return scale > 0 ? xy / scale : 0;
    }
}
