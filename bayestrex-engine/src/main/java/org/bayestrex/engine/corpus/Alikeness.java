/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.engine.search.Replaying;
import org.bayestrex.engine.search.SearchSpec;

/**
 * When two inputs look the same: when they are nearer to each other than half the median distance of two random inputs of the
 * distribution. So it needs no unit, and is the same whatever was found.
 *
 * @param radius root mean square over the values of an input
 */
record Alikeness(double radius) {

    private static final double SHARE = .5;
    private static final int PAIRS = 64;
    private static final long[] SEED = {20210204L, 4711L};

    static Alikeness of(SearchSpec spec, Replaying replaying) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        List<double[]> latents = new ArrayList<>();
        for (int i = 0; i < 2 * PAIRS; i++) {
            double[] latent = new double[spec.distribution().latentSize()];
            Arrays.setAll(latent, j -> normal.sample());
            latents.add(latent);
        }
        List<Replayed> inputs = replaying.at(latents, spec.classifier(), spec.distribution());
        double[] distances = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            distances[i] =
                    distance(inputs.get(2 * i).input(), inputs.get(2 * i + 1).input());
        }
        Arrays.sort(distances);
        double median = distances[PAIRS / 2];
        return new Alikeness(Double.isFinite(median) ? SHARE * median : 0);
    }

    boolean areAlike(Tensor one, Tensor other) {
        return distance(one, other) <= radius;
    }

    /** Whether an input may lie in a cluster of which this one is the middle: no member is farther from it than the diameter. */
    boolean mayShareACluster(Tensor input, Tensor middle) {
        return distance(input, middle) <= 2 * radius;
    }

    /** Root mean square of the values' differences; NaN, which is near to nothing, where one has a value that is none. */
    static double distance(Tensor one, Tensor other) {
        double squares = 0;
        for (int i = 0; i < one.size(); i++) {
            double difference = one.get(i) - other.get(i);
            squares += difference * difference;
        }
        return Math.sqrt(squares / one.size());
    }
}
