/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reference posterior of the eight schools: means known to .033, .032 and .056. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EightSchoolsTest {

    private static final int CHAINS = 4;

    private final List<Trace> traces = new ArrayList<>();

    @BeforeAll
    void run() {
        Sequential sequential = new Sequential(new EightSchools());
        double[] ones = new double[EightSchools.DIMENSION];
        Arrays.fill(ones, 1);
        // The usual .95: at .8 about 1% of the trajectories into the long tail of tau err by 50 nats.
        ChainPlan plan = new ChainPlan(Method.NUTS, 1_000, 3_000, ones, .95, 10, 50, null, true, List.of());
        for (int c = 0; c < CHAINS; c++) {
            State start = sequential.at(new double[EightSchools.DIMENSION]);
            traces.add(sequential.run(new Chain(c, start, plan, RandomSource.XO_RO_SHI_RO_128_PP.create(31L + c))));
        }
    }

    @Test
    void gradientAgreesWithDifferences() {
        EightSchools density = new EightSchools();
        double[] position = {3, .5, .1, -.2, .3, -.4, .5, -.6, .7, -.8};
        double[] gradient = density.evaluate(position, true).gradient();
        for (int i = 0; i < position.length; i++) {
            double[] up = position.clone();
            double[] down = position.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double difference = (density.evaluate(up, false).logDensity()
                            - density.evaluate(down, false).logDensity())
                    / 2e-5;
            assertThat(gradient[i]).isCloseTo(difference, offset(1e-7));
        }
    }

    @Test
    void meansAreThoseOfTheReference() {
        assertMean(z -> z[0], 4.4105, .033);
        assertMean(z -> Math.exp(z[1]), 3.6021, .032);
        assertMean(z -> z[0] + Math.exp(z[1]) * z[2], 6.1505, .056);
    }

    @Test
    void trajectoriesAreSound() {
        for (Trace trace : traces) {
            assertThat(trace.divergences()).isLessThan(30);
            assertThat(trace.stepSize()).isBetween(.1, 1.0);
            assertThat(trace.transitions()).allMatch(transition -> transition.depth() <= 6);
        }
    }

    private void assertMean(ToDoubleFunction<double[]> statistic, double reference, double referenceError) {
        double[] all = traces.stream()
                .flatMapToDouble(trace -> Arrays.stream(trace.positions()).mapToDouble(statistic))
                .toArray();
        BatchMeans mean = BatchMeans.of(all, 25 * CHAINS);
        assertThat(Math.abs(mean.mean() - reference)).isLessThan(4 * Math.hypot(mean.standardError(), referenceError));
        assertThat(mean.standardError()).isLessThan(.1);
    }
}
