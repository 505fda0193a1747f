/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prior, likelihood, softmax and network together: the posterior's gradient is that of its value. */
class PosteriorGradientTest {

    static Stream<Target> targets() {
        return Stream.of(
                HighConfidence.of(1),
                HighConfidence.of(2).withConfidence(.6),
                Ambiguous.between(0, 2),
                Ambiguous.uniform());
    }

    @ParameterizedTest
    @MethodSource("targets")
    void itAgreesWithFiniteDifferencesOnASmoothModel(Target target) {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            LatentClassifier model = LatentClassifier.of(classifier, generator);
            double[] errors = errors(model, new Posterior(target, .2), .003);

            // The targets have kinks where classes cross.
            assertThat(errors[errors.length * 9 / 10]).isLessThan(.02);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void itAgreesWithFiniteDifferencesOnTheRealNetworks(Target target) {
        try (Classifier classifier = TestModels.digitClassifier();
                DataDistribution generator = TestModels.digits()) {
            LatentClassifier model = LatentClassifier.of(classifier, generator);
            double[] errors = errors(model, new Posterior(target, .2), .0003);

            assertThat(errors[errors.length / 2]).isLessThan(.02);
        }
    }

    @Test
    void saturatedProbabilitiesSumToOne() {
        double[] p = Softmax.of(new double[] {1000, 0, -1000});

        assertThat(p[0]).isEqualTo(1);
        assertThat(Arrays.stream(Softmax.of(new double[] {-900, -901, -902})).sum())
                .isCloseTo(1, within(1e-12));
    }

    /** Sorted relative errors of directional derivatives at prior draws. */
    private static double[] errors(LatentClassifier model, Posterior posterior, double step) {
        int points = 40;
        int d = model.latentSize();
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(21L);
        Answers answers = new Answers(new GradientBatcher(model, 16));
        double[][] directions = new double[points][];
        for (int i = 0; i < points; i++) {
            double[] z = gaussians(random, d);
            directions[i] = gaussians(random, d);
            answers.submit(posterior, true, z);
            answers.submit(posterior, true, moved(z, directions[i], step));
            answers.submit(posterior, true, moved(z, directions[i], -step));
        }
        answers.serveAll();
        double[] errors = new double[points];
        for (int i = 0; i < points; i++) {
            double slope = 0;
            double[] gradient = answers.evaluations.get(3 * i).gradient();
            for (int j = 0; j < d; j++) {
                slope += gradient[j] * directions[i][j];
            }
            double difference = (answers.evaluations.get(3 * i + 1).logDensity()
                            - answers.evaluations.get(3 * i + 2).logDensity())
                    / (2 * step);
            errors[i] = Math.abs(slope - difference) / Math.max(1, Math.abs(slope));
        }
        Arrays.sort(errors);
        return errors;
    }

    private static double[] moved(double[] z, double[] direction, double step) {
        double[] moved = z.clone();
        for (int j = 0; j < z.length; j++) {
            moved[j] += step * direction[j];
        }
        return moved;
    }

    private static double[] gaussians(UniformRandomProvider random, int count) {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = gaussian.sample();
        }
        return values;
    }
}
