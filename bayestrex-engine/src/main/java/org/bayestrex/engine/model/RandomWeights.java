/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Normal weights in the place of a model's own, each parameter with the root mean square that it had. */
final class RandomWeights {

    private final ZigguratSampler.NormalizedGaussian normal;

    RandomWeights(long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        normal = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /** Parameters that are no floats, such as counters, and those of one value are left as they are. */
    void drawInto(Model model, String name) {
        int drawn = 0;
        try (NDManager manager = model.getNDManager().newSubManager()) {
            for (Pair<String, Parameter> parameter : model.getBlock().getParameters()) {
                NDArray weights = parameter.getValue().getArray();
                if (weights.getDataType().isFloating() && weights.size() > 1) {
                    manager.create(like(weights.toFloatArray()), weights.getShape())
                            .copyTo(weights);
                    drawn++;
                }
            }
        }
        if (drawn == 0) {
            throw new ModelException(
                    "The model " + name + " has no parameters to draw anew: they are frozen into its code."
                            + " Export it without torch.jit.freeze");
        }
    }

    private float[] like(float[] weights) {
        double squares = 0;
        for (float weight : weights) {
            squares += (double) weight * weight;
        }
        double scale = Math.sqrt(squares / weights.length);
        float[] drawn = new float[weights.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) (scale * normal.sample());
        }
        return drawn;
    }
}
