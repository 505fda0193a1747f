/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.LogDensity;
import org.junit.jupiter.api.Test;

/** NUTS, slice moves and global moves in one chain: two modes far apart keep their exact shares. */
class ComposedChainTest {

    private static final double WIDTH = .3;

    /** Modes at z_0 = 2.5 and -1.5; smooth, with gradient. */
    private static LogDensity twoModes() {
        return Densities.posterior((z, gradient) -> {
            double left = -.5 * sq((z[0] + 1.5) / WIDTH);
            double right = -.5 * sq((z[0] - 2.5) / WIDTH);
            double sum = LogWeights.logSum(new double[] {left, right});
            gradient[0] -=
                    Math.exp(left - sum) * (z[0] + 1.5) / sq(WIDTH) + Math.exp(right - sum) * (z[0] - 2.5) / sq(WIDTH);
            return sum;
        });
    }

    private static double sq(double x) {
        return x * x;
    }

    /** Moments of z_0 by quadrature. */
    private static double[] exact() {
        double weights = 0;
        double mean = 0;
        double square = 0;
        double right = 0;
        LogDensity density = twoModes();
        for (double z = -8; z < 8; z += 1e-3) {
            double weight = Math.exp(density.evaluate(new double[] {z}, false).logDensity());
            weights += weight;
            mean += weight * z;
            square += weight * z * z;
            right += z > .5 ? weight : 0;
        }
        return new double[] {mean / weights, square / weights, right / weights};
    }

    private static Proposal roughlyThere() {
        Cholesky wide = Cholesky.of(new double[][] {{.16, 0}, {0, 1.2}});
        return new Mixture(
                List.of(
                        new StandardNormal(2),
                        new StudentComponent(new double[] {2.2, 0}, wide),
                        new StudentComponent(new double[] {-1.2, 0}, wide)),
                new double[] {.1, .6, .3});
    }

    @Test
    void theCompositionKeepsTheExactDistribution() {
        // given
        ChainPlan plan = ChainPlan.of(Method.AUTO, 50, 40_000, 2).withGlobal(new Isir(roughlyThere(), 6));
        Sequential sequential = new Sequential(twoModes());

        // when
        Trace trace =
                sequential.run(new Chain(0, sequential.at(2.5, 0), plan, RandomSource.XO_RO_SHI_RO_128_PP.create(47L)));

        // then
        double[] exact = exact();
        double[] first = Arrays.stream(trace.positions()).mapToDouble(z -> z[0]).toArray();
        double[] second =
                Arrays.stream(trace.positions()).mapToDouble(z -> z[1]).toArray();
        assertThat(BatchMeans.of(first, 100).zScore(exact[0])).isBetween(-4.0, 4.0);
        assertThat(BatchMeans.of(squares(first), 100).zScore(exact[1])).isBetween(-4.0, 4.0);
        assertThat(BatchMeans.of(Arrays.stream(first).map(z -> z > .5 ? 1 : 0).toArray(), 100)
                        .zScore(exact[2]))
                .isBetween(-4.0, 4.0);
        assertThat(BatchMeans.of(second, 100).zScore(0)).isBetween(-4.0, 4.0);
        assertThat(BatchMeans.of(squares(second), 100).zScore(1)).isBetween(-4.0, 4.0);
        assertThat(trace.gradients()).isPositive();
        assertThat(trace.divergences()).isLessThan(40);
    }

    private static double[] squares(double[] values) {
        return Arrays.stream(values).map(ComposedChainTest::sq).toArray();
    }

    @Test
    void aGlobalMoveAsksForItsCandidatesAndPicksByWeight() {
        // given: proposals on both sides of a half-space, of which only the right one has density
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(49L);
        Sequential sequential = new Sequential(Densities.brokenBelowZero());
        Isir isir = new Isir(new StandardNormal(2), 8);
        State state = sequential.at(1, 1);
        int moved = 0;

        // when
        for (int i = 0; i < 2000; i++) {
            Step.Finished finished = sequential.transition(isir, state, random);
            assertThat(finished.info().forwards()).isEqualTo(8);
            assertThat(finished.info().gradients()).isZero();
            assertThat(finished.state().position()[0]).isNotNegative();
            moved += finished.state().equals(state) ? 0 : 1;
            state = finished.state();
        }

        // then: with k ~ Binomial(8, 1/2) sound candidates of equal weight it moves k / (k + 1) of the time
        assertThat(moved / 2000.0).isCloseTo(1 - (1 - Math.pow(.5, 9)) / (9 * .5), within(.04));
    }

    @Test
    void candidatesThatAreKnownAlreadyAreTakenFirstAndOnce() {
        // given: five candidates in stock, for moves of eight
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(50L);
        Sequential sequential = new Sequential(Densities.brokenBelowZero());
        CandidateStock stock = new CandidateStock();
        stock.add(IntStream.range(0, 5).mapToObj(i -> sequential.at(10 + i, 10)).toList());
        Isir isir = new Isir(new StandardNormal(2), 8).withStock(stock);
        State state = sequential.at(1, 1);

        // when
        Step step = isir.step(state, random);
        int asked = 0;
        while (step instanceof Step.Evaluate question) {
            asked++;
            step = question.next().resume(sequential.at(question.position()).evaluation());
        }

        // then
        assertThat(asked).isEqualTo(3);
        assertThat(((Step.Finished) step).info().forwards()).isEqualTo(8);
        assertThat(stock.take()).isNull();
    }

    @Test
    void aMoveFromStockAloneAsksNothingAndPicksByWeight() {
        // given: one sound candidate among broken ones
        Sequential sequential = new Sequential(Densities.brokenBelowZero());
        CandidateStock stock = new CandidateStock();
        State sound = sequential.at(1e-3, 0);
        stock.add(List.of(sequential.at(-1, 0), sound, sequential.at(-2, 0)));
        Isir isir = new Isir(new StandardNormal(2), 3).withStock(stock);

        // when: from a broken start
        Step step = isir.step(sequential.at(-1, -1), RandomSource.XO_RO_SHI_RO_128_PP.create(51L));

        // then
        assertThat(step).isInstanceOf(Step.Finished.class);
        assertThat(((Step.Finished) step).state()).isSameAs(sound);
    }

    @Test
    void fromABrokenStateToBrokenCandidatesItStays() {
        Sequential sequential = new Sequential(Densities.brokenEverywhere());
        State state = sequential.at(1, 1);

        Step.Finished finished = sequential.transition(
                new Isir(new StandardNormal(2), 3), state, RandomSource.XO_RO_SHI_RO_128_PP.create(1L));

        assertThat(finished.state()).isSameAs(state);
        assertThat(finished.info().acceptance()).isZero();
    }

    @Test
    void withoutACandidateThereIsNoMove() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Isir(new StandardNormal(2), 0))
                .withMessage("i-SIR needs a candidate or more, not 0");
    }
}
