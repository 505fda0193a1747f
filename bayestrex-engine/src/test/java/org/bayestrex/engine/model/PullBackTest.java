/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.TestModels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real networks' gradients against finite differences of their own forward passes, logit by logit. */
class PullBackTest {

    private static final int ROWS = 64;
    private static final float STEP = .0003f;

    @ParameterizedTest
    @ValueSource(strings = {"mnist-vae", "mnist-gan"})
    void itAgreesWithFiniteDifferences(String generatorName) {
        try (Classifier classifier = TestModels.digitClassifier();
                DataDistribution generator = TorchScript.generator(
                        TestModels.real(generatorName), TestModels.DIGIT_LATENTS, Set.of(), Device.cpu())) {
            LatentClassifier model = LatentClassifier.of(classifier, generator);
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(11L);
            float[] points = gaussians(random, ROWS * model.latentSize());
            float[] directions = gaussians(random, points.length);
            float[] cotangents = gaussians(random, ROWS * model.classes());

            double[] slopes = rowProducts(model.pullBack(points, ROWS, logits -> cotangents), directions);
            double[] above = rowProducts(model.logits(moved(points, directions, STEP), ROWS), cotangents);
            double[] below = rowProducts(model.logits(moved(points, directions, -STEP), ROWS), cotangents);

            // Networks have kinks: a few rows cross one within the step.
            double[] errors = new double[ROWS];
            for (int i = 0; i < ROWS; i++) {
                double difference = (above[i] - below[i]) / (2 * STEP);
                errors[i] = Math.abs(difference - slopes[i]) / Math.max(1, Math.abs(slopes[i]));
            }
            Arrays.sort(errors);
            assertThat(errors[ROWS / 2]).isLessThan(.02);
            assertThat(errors[ROWS * 9 / 10]).isLessThan(.2);
        }
    }

    private static double[] rowProducts(float[] a, float[] b) {
        double[] sums = new double[ROWS];
        for (int i = 0; i < a.length; i++) {
            sums[i / (a.length / ROWS)] += (double) a[i] * b[i];
        }
        return sums;
    }

    private static float[] moved(float[] points, float[] directions, float step) {
        float[] moved = points.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * directions[i];
        }
        return moved;
    }

    private static float[] gaussians(UniformRandomProvider random, int count) {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) gaussian.sample();
        }
        return values;
    }
}
