/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.GradientBatcher;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.density.Request;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exact invariance (Geweke 2004) on the real networks, through the batcher: draw z from the prior and an
 * observed confidence in class 4 given z, move z by some transitions given that observation, and z
 * still has the prior's law.
 */
@Tag("slow")
class RealNetworkInvarianceTest {

    private static final int REPLICAS = 2000;
    private static final int TRANSITIONS = 2;
    private static final int ROWS = 64;
    private static final int D = TestModels.DIGIT_LATENTS;
    private static final int CLASS = 4;
    private static final double SIGMA = .1;
    private static final double FAMILY_WISE = .005;

    private static Classifier classifier;
    private static DataDistribution digits;
    private static LatentClassifier model;

    @BeforeAll
    static void load() {
        classifier = TestModels.digitClassifier();
        digits = TestModels.digits();
        model = LatentClassifier.of(classifier, digits);
    }

    @AfterAll
    static void close() {
        classifier.close();
        digits.close();
    }

    /** A confidence that was observed with noise. */
    private record Observed(double confidence) implements Target {
        @Override
        public String describe() {
            return "observed " + confidence;
        }

        @Override
        public void requireFits(int classes) {}

        @Override
        public double logLikelihood(double[] p, double sigma, double[] gradient) {
            double residual = (confidence - p[CLASS]) / sigma;
            gradient[CLASS] += residual / sigma;
            return -.5 * residual * residual;
        }

        @Override
        public boolean contains(double[] p, double sigma) {
            return false;
        }
    }

    static Stream<Arguments> kernels() {
        Kernel nuts = new Nuts(.2, DiagonalMetric.unit(D), 4, Nuts.DEFAULT_DIVERGENCE_THRESHOLD);
        Kernel slice = new EllipticalSlice();
        Kernel global = new Isir(proposal(), 6);
        return Stream.of(
                Arguments.of("NUTS", nuts),
                Arguments.of("elliptical slice", slice),
                Arguments.of("i-SIR", global),
                Arguments.of("random walk", new RandomWalk(.5, DiagonalMetric.unit(D))),
                Arguments.of(
                        "elliptical slice around a fit that misses",
                        new FittedEllipticalSlice(elsewhere(), Evaluation::logLikelihood)),
                Arguments.of("composition", new Sweep(List.of(nuts, slice, global))));
    }

    private static SpikedStudent elsewhere() {
        double[] axis = new double[D];
        axis[0] = .6;
        axis[D - 1] = -.8;
        return new SpikedStudent(axis, 1, .4, .8);
    }

    private static Proposal proposal() {
        double[][] narrow = new double[D][D];
        double[] mean = new double[D];
        for (int j = 0; j < D; j++) {
            narrow[j][j] = .5;
            mean[j] = j % 2 == 0 ? .7 : -.7;
        }
        return new Mixture(
                List.of(new StandardNormal(D), new StudentComponent(mean, Cholesky.of(narrow))), new double[] {.3, .7});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void theJointLawStays(String name, Kernel kernel) {
        assertThat(smallestPValue(kernel)).isGreaterThan(FAMILY_WISE);
    }

    static Stream<Arguments> brokenKernels() {
        Proposal drawn = proposal();
        Proposal weighed = new StandardNormal(D);
        Proposal mistaken = new Proposal() {
            @Override
            public double[] draw(UniformRandomProvider random) {
                return drawn.draw(random);
            }

            @Override
            public double logDensity(double[] position) {
                return weighed.logDensity(position);
            }
        };
        Kernel slice = new EllipticalSlice();
        Kernel better = (current, random) -> better(current, slice.step(current, random));
        SpikedStudent fit = elsewhere();
        Kernel forgetsTheFit = (current, random) -> new EllipticalSliceTransition(
                        current,
                        fit.mean(),
                        fit.offset(current.position(), random),
                        state -> state.evaluation().logLikelihood(),
                        random)
                .propose();
        Kernel stepsGrowOutwards = (current, random) ->
                new RandomWalk(.3 * Math.exp(current.position()[0]), DiagonalMetric.unit(D)).step(current, random);
        return Stream.of(
                Arguments.of("i-SIR that takes its proposal for another", new Isir(mistaken, 6)),
                Arguments.of("elliptical slice that forgets what the fit was worth", forgetsTheFit),
                Arguments.of(
                        "random walk whose steps grow outwards", new Sweep(Collections.nCopies(4, stepsGrowOutwards))),
                Arguments.of("keeps the better of two points", new Sweep(Collections.nCopies(8, better))));
    }

    private static Step better(State current, Step step) {
        if (step instanceof Step.Evaluate asked) {
            return new Step.Evaluate(
                    asked.position(),
                    asked.gradient(),
                    answer -> better(current, asked.next().resume(answer)));
        }
        Step.Finished finished = (Step.Finished) step;
        boolean worse = finished.state().evaluation().logLikelihood()
                < current.evaluation().logLikelihood();
        return worse ? new Step.Finished(current, finished.info()) : finished;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenKernels")
    void aBrokenKernelIsCaught(String name, Kernel kernel) {
        assertThat(smallestPValue(kernel)).isLessThan(1e-6);
    }

    /** One replica: a chain of transitions that asks the batcher. */
    private static final class Replica {

        private final int slot;
        private final Posterior posterior;
        private final UniformRandomProvider random;
        private State state;
        private int done;

        Replica(int slot, double observed, double[] z, UniformRandomProvider random) {
            this.slot = slot;
            this.posterior = new Posterior(new Observed(observed), SIGMA);
            this.random = random;
            this.state = new State(z, new Evaluation(0, 0, null, new double[0]));
        }

        void begin(GradientBatcher batcher, Kernel kernel) {
            ask(batcher, state.position(), false, answer -> {
                state = new State(state.position(), answer);
                next(batcher, kernel);
            });
        }

        private void next(GradientBatcher batcher, Kernel kernel) {
            if (done < TRANSITIONS) {
                proceed(batcher, kernel, kernel.step(state, random));
            }
        }

        private void proceed(GradientBatcher batcher, Kernel kernel, Step step) {
            if (step instanceof Step.Evaluate asked) {
                ask(
                        batcher,
                        asked.position(),
                        asked.gradient(),
                        answer -> proceed(batcher, kernel, asked.next().resume(answer)));
            } else {
                state = ((Step.Finished) step).state();
                done++;
                next(batcher, kernel);
            }
        }

        private void ask(GradientBatcher batcher, double[] position, boolean gradient, Consumer<Evaluation> then) {
            batcher.submit(new Request(slot, position, gradient, posterior, then, failure -> {
                throw failure;
            }));
        }
    }

    private static double smallestPValue(Kernel kernel) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(53L);
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        GradientBatcher batcher = new GradientBatcher(model, ROWS);
        List<Replica> replicas = new ArrayList<>();
        for (int i = 0; i < REPLICAS; i++) {
            double[] z =
                    IntStream.range(0, D).mapToDouble(j -> gaussian.sample()).toArray();
            double observed = confidence(z) + SIGMA * gaussian.sample();
            replicas.add(new Replica(i, observed, z, RandomSource.XO_RO_SHI_RO_128_PP.create(1000L + i)));
        }
        replicas.forEach(replica -> replica.begin(batcher, kernel));
        while (!batcher.isIdle()) {
            batcher.serve();
        }
        assertThat(replicas).allMatch(replica -> replica.done == TRANSITIONS);

        DoubleUnaryOperator normal = NormalDistribution.of(0, 1)::cumulativeProbability;
        List<Double> pValues = new ArrayList<>();
        for (int j = 0; j < D; j++) {
            int coordinate = j;
            double[] values = replicas.stream()
                    .mapToDouble(replica -> replica.state.position()[coordinate])
                    .toArray();
            pValues.add(KolmogorovSmirnov.pValue(values, normal));
        }
        double[] squares = replicas.stream()
                .mapToDouble(replica ->
                        Arrays.stream(replica.state.position()).map(z -> z * z).sum())
                .toArray();
        pValues.add(KolmogorovSmirnov.pValue(squares, ChiSquaredDistribution.of(D)::cumulativeProbability));
        double[] residuals = replicas.stream()
                .mapToDouble(replica -> (((Observed) replica.posterior.target()).confidence()
                                - Softmax.of(replica.state.evaluation().logits())[CLASS])
                        / SIGMA)
                .toArray();
        pValues.add(KolmogorovSmirnov.pValue(residuals, normal));
        return pValues.size()
                * pValues.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static double confidence(double[] z) {
        float[] latents = new float[D];
        for (int j = 0; j < D; j++) {
            latents[j] = (float) z[j];
        }
        float[] logits = model.logits(latents, 1);
        double[] row =
                IntStream.range(0, logits.length).mapToDouble(k -> logits[k]).toArray();
        return Softmax.of(row)[CLASS];
    }
}
