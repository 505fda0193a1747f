/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.LogDensity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole chains against level sets whose expectations are known by quadrature. */
class ExactAnswersTest {

    private static final double SIGMA = .05;

    private static LogDensity logisticLevel(double k, double shift, double level) {
        return Densities.levelOfFirst(
                u -> Densities.logistic(k * (u - shift)),
                u -> {
                    double p = Densities.logistic(k * (u - shift));
                    return k * p * (1 - p);
                },
                level,
                SIGMA);
    }

    private static double[] filled(int dimension, double value) {
        double[] array = new double[dimension];
        Arrays.fill(array, value);
        return array;
    }

    static Stream<Arguments> targets() {
        ToDoubleFunction<double[]> first = z -> z[0];
        ToDoubleFunction<double[]> square = z -> Densities.norm(z) * Densities.norm(z);
        LogDensity line = Densities.levelOfFirst(u -> u, u -> 1, 2, SIGMA);
        LogDensity ring = Densities.levelOfRadius(4, 1.5, .5, SIGMA);
        LogDensity shell = Densities.levelOfRadius(4, 5, .5, SIGMA);
        return Stream.of(
                Arguments.of("line", line, first, 1.9950124688, filled(1, 2)),
                Arguments.of("middle", logisticLevel(4, 0, .5), first, 0, filled(1, .1)),
                Arguments.of("far", logisticLevel(4, 4, .5), first, 3.98959369, filled(1, 4)),
                Arguments.of("far, saturated", logisticLevel(4, 4, 1), first, 4.81838075, filled(1, 5)),
                Arguments.of("ring", ring, square, 2.24611571, filled(2, 1.5 / Math.sqrt(2))),
                Arguments.of("shell in 64 dimensions", shell, square, 25.19971578, filled(64, 5. / 8)));
    }

    private static Stream<Arguments> every() {
        return targets()
                .flatMap(target -> Stream.of(Method.values())
                        .filter(method -> method.hasChains() && method != Method.OWN_MOVES) // these densities have none
                        .map(method -> Arguments.of(Stream.concat(Stream.of(method), Arrays.stream(target.get()))
                                .toArray())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("every")
    void theMeanIsExact(
            Method method,
            String name,
            LogDensity density,
            ToDoubleFunction<double[]> statistic,
            double expected,
            double[] start) {
        // given
        ChainPlan plan = ChainPlan.of(method, 500, 5_000, start.length);
        Sequential sequential = new Sequential(density);
        Chain chain = new Chain(0, sequential.at(start), plan, RandomSource.XO_RO_SHI_RO_128_PP.create(23L));

        // when
        Trace trace = sequential.run(chain);

        // then
        BatchMeans mean = BatchMeans.of(
                Arrays.stream(trace.positions()).mapToDouble(statistic).toArray(), 50);
        assertThat(mean.zScore(expected)).isBetween(-4.0, 4.0);
        assertThat(mean.standardError()).isLessThan(.05);
    }
}
