/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.engine.search.Sample;

/** Where findings are alike or not, and how far two random inputs of the distribution are from each other there. */
final class FeatureSpace {

    private static final int PAIRS = 64;
    private static final long[] SEED = {20210204L, 4713L};

    private final Features features;
    private final Findings findings;

    FeatureSpace(Features features, Findings findings) {
        this.features = features;
        this.findings = findings;
    }

    Features features() {
        return features;
    }

    /** The features of each sample. */
    float[][] of(List<Sample> samples) {
        return samples.stream()
                .map(sample -> features == Features.LATENTS ? floats(sample.latent()) : values(sample.input()))
                .toArray(float[][]::new);
    }

    /** A share of the median distance of two random inputs. */
    double radius(double share) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        int latentSize = findings.spec().distribution().latentSize();
        List<double[]> latents = IntStream.range(0, 2 * PAIRS)
                .mapToObj(i -> normal.samples(latentSize).toArray())
                .toList();
        float[][] points = features == Features.LATENTS
                ? latents.stream().map(FeatureSpace::floats).toArray(float[][]::new)
                : inputs(latents);
        double[] distances = IntStream.range(0, PAIRS)
                .mapToDouble(i -> distance(points[2 * i], points[2 * i + 1]))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return distances.length == 0 ? 0 : share * distances[distances.length / 2];
    }

    private float[][] inputs(List<double[]> latents) {
        return Replayed.at(
                        latents, findings.spec().classifier(), findings.spec().distribution())
                .stream()
                .map(replayed -> values(replayed.input()))
                .toArray(float[][]::new);
    }

    private float[] values(Tensor input) {
        DataDistribution distribution = findings.spec().distribution();
        synchronized (distribution) {
            return distribution.textOf(input).map(WordBins::of).orElseGet(input::toArray);
        }
    }

    /** Root mean square of the differences. */
    static double distance(float[] one, float[] other) {
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = one[i] - other[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares / one.length);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
