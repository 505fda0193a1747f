/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.SplittableRandom;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;

/** Plain draws of a generator, z ~ N(0, I), in large batches and without gradients: what a count needs, and no more. */
final class PlainInputs {

    private static final int BATCH = 128;

    private PlainInputs() {}

    /** Is shown a batch. */
    @FunctionalInterface
    interface Viewer {

        /**
         * Looks at it.
         *
         * @param latents a row for each draw
         * @param inputs what the generator makes of them
         */
        void view(double[][] latents, Tensor inputs);
    }

    /** A generator's draws are the same for whoever asks with the same seed. */
    static void each(DataDistribution generator, int count, long seed, Viewer viewer) {
        SplittableRandom random = new SplittableRandom(seed ^ generator.name().hashCode());
        for (int done = 0; done < count; done += BATCH) {
            double[][] latents = new double[Math.min(BATCH, count - done)][generator.latentSize()];
            for (double[] latent : latents) {
                for (int i = 0; i < latent.length; i++) {
                    latent[i] = random.nextGaussian();
                }
            }
            viewer.view(latents, generator.generate(tensor(latents)));
        }
    }

    private static Tensor tensor(double[][] latents) {
        int width = latents[0].length;
        float[] values = new float[latents.length * width];
        for (int row = 0; row < latents.length; row++) {
            for (int i = 0; i < width; i++) {
                values[row * width + i] = (float) latents[row][i];
            }
        }
        return Tensor.of(values, latents.length, width);
    }
}
