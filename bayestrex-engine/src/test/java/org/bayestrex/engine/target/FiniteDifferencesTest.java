/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each target's gradient is the derivative of its own log likelihood, by each probability alone. */
class FiniteDifferencesTest {

    private static final double STEP = 1e-7;
    private static final int CLASSES = 5;

    static Stream<Target> targets() {
        return Stream.of(
                HighConfidence.of(2),
                HighConfidence.of(0).withConfidence(.7),
                Ambiguous.between(1, 3),
                Ambiguous.between(0, 2, 4),
                Ambiguous.between(0, 1, 2, 3),
                Ambiguous.uniform(),
                new Interpolated(1, 4, .3));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void theGradientAgreesWithFiniteDifferences(Target target) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3L);
        for (int point = 0; point < 50; point++) {
            double[] p = probabilities(random);
            double sigma = .02 + .3 * random.nextDouble();
            double[] gradient = new double[CLASSES];
            target.logLikelihood(p, sigma, gradient);
            for (int k = 0; k < CLASSES; k++) {
                double difference = (at(target, p, k, STEP, sigma) - at(target, p, k, -STEP, sigma)) / (2 * STEP);
                assertThat(gradient[k])
                        .as("%s, class %d, sigma %s", target, k, sigma)
                        .isCloseTo(difference, within(1e-4 * Math.max(1, Math.abs(difference))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void theGradientIsAddedToWhatIsThere(Target target) {
        double[] p = {.1, .3, .25, .2, .15};
        double[] alone = new double[CLASSES];
        double[] added = {1, 2, 3, 4, 5};

        target.logLikelihood(p, .05, alone);
        target.logLikelihood(p, .05, added);

        for (int k = 0; k < CLASSES; k++) {
            assertThat(added[k]).isEqualTo(alone[k] + k + 1);
        }
    }

    private static double at(Target target, double[] p, int cls, double step, double sigma) {
        double[] moved = p.clone();
        moved[cls] += step;
        return target.logLikelihood(moved, sigma, new double[CLASSES]);
    }

    private static double[] probabilities(UniformRandomProvider random) {
        double[] p = new double[CLASSES];
        double sum = 0;
        for (int k = 0; k < CLASSES; k++) {
            p[k] = -Math.log(1 - random.nextDouble());
            sum += p[k];
        }
        for (int k = 0; k < CLASSES; k++) {
            p[k] /= sum;
        }
        return p;
    }
}
