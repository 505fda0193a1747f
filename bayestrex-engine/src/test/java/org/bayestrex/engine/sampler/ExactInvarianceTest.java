/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exact invariance (Geweke 2004): draw z from the prior and the level t given z, then move z by some
 * transitions of the kernel for the posterior given t. If, and only if, the kernel leaves the posterior
 * invariant, (z, t) has the joint law it began with, after any number of transitions.
 */
class ExactInvarianceTest {

    private static final int REPLICAS = 4_000;
    private static final int MANY_REPLICAS = 100_000;
    private static final int TRANSITIONS = 3;
    private static final double SIGMA = .15;
    private static final double FAMILY_WISE = .005;

    static Stream<Arguments> kernels() {
        DiagonalMetric metric = DiagonalMetric.of(new double[] {.3, .7});
        Kernel nuts = new Nuts(.4, metric);
        Kernel slice = new EllipticalSlice();
        return Stream.of(
                Arguments.of("NUTS", nuts),
                Arguments.of("NUTS, coarse", new Nuts(1.3, metric)),
                Arguments.of("NUTS, cut short", new Nuts(.1, metric, 2, 50)),
                Arguments.of("elliptical slice", slice),
                Arguments.of(
                        "elliptical slice around a fit that misses",
                        new FittedEllipticalSlice(elsewhere(), Evaluation::logLikelihood)),
                Arguments.of("random walk", new RandomWalk(.8, metric)),
                Arguments.of("sweep", Sweep.of(nuts, slice, 2)),
                Arguments.of("i-SIR, from the prior", new Isir(new StandardNormal(2), 4)),
                Arguments.of("i-SIR, from a mixture that misses", new Isir(offCentre(), 3)));
    }

    private static SpikedStudent elsewhere() {
        return new SpikedStudent(new double[] {.6, -.8}, 1.2, .3, .7);
    }

    private static Proposal offCentre() {
        Cholesky narrow = Cholesky.of(new double[][] {{.5, .3}, {.3, .4}});
        return new Mixture(
                List.of(new StandardNormal(2), new StudentComponent(new double[] {1, -.5}, narrow)),
                new double[] {.3, .7});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void theJointLawStays(String name, Kernel kernel) {
        assertThat(smallestPValue(kernel, REPLICAS)).isGreaterThan(FAMILY_WISE);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void theJointLawStaysInManyReplicas(String name, Kernel kernel) {
        assertThat(smallestPValue(kernel, MANY_REPLICAS)).isGreaterThan(FAMILY_WISE);
    }

    static Stream<Arguments> brokenKernels() {
        Kernel slice = new EllipticalSlice();
        Kernel nuts = new Nuts(.4, DiagonalMetric.unit(2));
        return Stream.of(
                Arguments.of("keeps the better of two points", keepsTheBetter(slice)),
                Arguments.of("i-SIR that takes its proposal for another", new Isir(mistaken(), 3)),
                Arguments.of(
                        "random walk whose steps grow outwards",
                        new Sweep(Collections.nCopies(4, stepsGrowOutwards()))),
                Arguments.of("elliptical slice that forgets what the fit was worth", forgetsTheFit(elsewhere())),
                Arguments.of("takes NUTS's last leaf, whatever its weight", takesTheLastEvaluation(nuts)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenKernels")
    void aBrokenKernelIsCaught(String name, Kernel kernel) {
        assertThat(smallestPValue(kernel, REPLICAS)).isLessThan(1e-6);
    }

    @Test
    void theTestItselfFailsSeldom() {
        // A kernel that stays is invariant: its p-values are those of plain draws.
        Kernel stays = (current, random) -> new Step.Finished(current, Transition.of(new Move("none", 1, 0, 0)));

        assertThat(smallestPValue(stays, REPLICAS)).isGreaterThan(FAMILY_WISE);
    }

    /** Its proposals are not symmetric: from far out a point near the centre is more likely than the other way round. */
    private static Kernel stepsGrowOutwards() {
        return (current, random) ->
                new RandomWalk(.6 * Math.exp(current.position()[0]), DiagonalMetric.unit(2)).step(current, random);
    }

    /** Its ellipses are those of the fit, its likelihood that of the prior. */
    private static Kernel forgetsTheFit(SpikedStudent fit) {
        return (current, random) -> new EllipticalSliceTransition(
                        current,
                        fit.mean(),
                        fit.offset(current.position(), random),
                        state -> state.evaluation().logLikelihood(),
                        random)
                .propose();
    }

    private static Proposal mistaken() {
        Proposal drawn = offCentre();
        Proposal weighed = new StandardNormal(2);
        return new Proposal() {
            @Override
            public double[] draw(UniformRandomProvider random) {
                return drawn.draw(random);
            }

            @Override
            public double logDensity(double[] position) {
                return weighed.logDensity(position);
            }
        };
    }

    private static double response(double[] z) {
        return Densities.logistic(2 * z[0] + z[1] * z[1] - 1);
    }

    private static LogDensity given(double level) {
        return Densities.posterior((z, gradient) -> {
            double p = response(z);
            double residual = (level - p) / SIGMA;
            double pull = residual / SIGMA * p * (1 - p);
            gradient[0] += 2 * pull;
            gradient[1] += 2 * z[1] * pull;
            return -residual * residual / 2;
        });
    }

    /** Smallest of the p-values of four statistics, corrected for their number. */
    private static double smallestPValue(Kernel kernel, int replicas) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(17L);
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        double[] first = new double[replicas];
        double[] second = new double[replicas];
        double[] squares = new double[replicas];
        double[] residuals = new double[replicas];
        for (int i = 0; i < replicas; i++) {
            double[] z = {gaussian.sample(), gaussian.sample()};
            double level = response(z) + SIGMA * gaussian.sample();
            Sequential sequential = new Sequential(given(level));
            State state = sequential.at(z);
            for (int k = 0; k < TRANSITIONS; k++) {
                state = sequential.transition(kernel, state, random).state();
            }
            double[] moved = state.position();
            first[i] = moved[0];
            second[i] = moved[1];
            squares[i] = moved[0] * moved[0] + moved[1] * moved[1];
            residuals[i] = (level - response(moved)) / SIGMA;
        }
        DoubleUnaryOperator normal = NormalDistribution.of(0, 1)::cumulativeProbability;
        List<Double> pValues = List.of(
                KolmogorovSmirnov.pValue(first, normal),
                KolmogorovSmirnov.pValue(second, normal),
                KolmogorovSmirnov.pValue(squares, x -> -Math.expm1(-x / 2)),
                KolmogorovSmirnov.pValue(residuals, normal));
        return pValues.size()
                * pValues.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static Kernel keepsTheBetter(Kernel kernel) {
        return (current, random) -> onFinish(
                kernel.step(current, random),
                finished -> finished.state().evaluation().logLikelihood()
                                > current.evaluation().logLikelihood()
                        ? finished.state()
                        : current);
    }

    private static Kernel takesTheLastEvaluation(Kernel kernel) {
        return (current, random) -> {
            State[] latest = {current};
            return onFinish(remember(kernel.step(current, random), latest), finished -> latest[0]);
        };
    }

    private static Step remember(Step step, State[] latest) {
        if (step instanceof Step.Evaluate asked) {
            return new Step.Evaluate(asked.position(), asked.gradient(), answer -> {
                latest[0] = new State(asked.position(), answer);
                return remember(asked.next().resume(answer), latest);
            });
        }
        return step;
    }

    private static Step onFinish(Step step, Function<Step.Finished, State> choice) {
        if (step instanceof Step.Evaluate asked) {
            return new Step.Evaluate(
                    asked.position(),
                    asked.gradient(),
                    answer -> onFinish(asked.next().resume(answer), choice));
        }
        Step.Finished finished = (Step.Finished) step;
        return new Step.Finished(choice.apply(finished), finished.info());
    }
}
