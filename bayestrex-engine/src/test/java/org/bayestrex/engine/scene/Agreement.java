/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.Arrays;
import org.bayestrex.engine.model.Tensor;

/** Mean absolute error and Pearson's correlation over all pixels and channels. */
record Agreement(double error, double correlation) {

    static Agreement of(Tensor picture, Tensor reference) {
        double[] ours = new double[picture.size()];
        double[] theirs = new double[picture.size()];
        double error = 0;
        for (int i = 0; i < ours.length; i++) {
            ours[i] = picture.get(i);
            theirs[i] = reference.get(i);
            error += Math.abs(ours[i] - theirs[i]) / ours.length;
        }
        double ourMean = Arrays.stream(ours).average().orElseThrow();
        double theirMean = Arrays.stream(theirs).average().orElseThrow();
        double both = 0;
        double our = 0;
        double their = 0;
        for (int i = 0; i < ours.length; i++) {
            both += (ours[i] - ourMean) * (theirs[i] - theirMean);
            our += (ours[i] - ourMean) * (ours[i] - ourMean);
            their += (theirs[i] - theirMean) * (theirs[i] - theirMean);
        }
        return new Agreement(error, both / Math.sqrt(our * their));
    }
}
