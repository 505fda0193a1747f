/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/** Linear light to the values of a picture, by the curve of sRGB (IEC 61966-2-1). */
final class Tone {

    private static final int STEPS = 4096;
    private static final float[] CURVE = curve();

    private Tone() {}

    private static float[] curve() {
        float[] curve = new float[STEPS + 2];
        for (int i = 0; i < curve.length; i++) {
            double linear = Math.min(1, i / (double) STEPS);
            curve[i] = (float) (linear <= .0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - .055);
        }
        return curve;
    }

    /** A value 0 to 1 for light of 0 or more; what is brighter than 1 is white. */
    static float of(double light) {
        double at = Math.max(0, Math.min(1, light)) * STEPS;
        int below = (int) at;
        return (float) (CURVE[below] + (at - below) * (CURVE[below + 1] - CURVE[below]));
    }
}
