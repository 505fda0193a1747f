/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {

    private static final LogDensity RING = Densities.levelOfRadius(4, 1.5, .5, .05);

    private static Chain chain(int index, ChainPlan plan, LogDensity density) {
        double[] start = new double[plan.dimension()];
        Arrays.fill(start, 1);
        return new Chain(
                index, new Sequential(density).at(start), plan, RandomSource.XO_RO_SHI_RO_128_PP.create(79L + index));
    }

    private static double meanDepth(Trace trace) {
        return trace.transitions().stream()
                .mapToInt(Transition::depth)
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "NUTS", "ELLIPTICAL_SLICE", "RANDOM_WALK"})
    void theSameSeedGivesTheSameDraws(Method method) {
        ChainPlan plan = ChainPlan.of(method, 100, 50, 2);
        Sequential sequential = new Sequential(RING);

        Trace one = sequential.run(chain(0, plan, RING));
        Trace same = sequential.run(chain(0, plan, RING));
        Trace other = sequential.run(chain(1, plan, RING));

        assertThat(same)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(one);
        assertThat(other.positions()).isNotEqualTo(one.positions());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void drawsDoNotDependOnWhenAnswersCome(long order) {
        // given
        ChainPlan plan = ChainPlan.of(Method.AUTO, 60, 20, 2);
        List<Trace> alone = IntStream.range(0, 5)
                .mapToObj(i -> new Sequential(RING).run(chain(i, plan, RING)))
                .toList();
        List<Chain> together =
                IntStream.range(0, 5).mapToObj(i -> chain(i, plan, RING)).toList();
        List<Chain> live = new ArrayList<>(together);
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(order);

        // when
        while (!live.isEmpty()) {
            Chain next = live.get(random.nextInt(live.size()));
            Step.Evaluate asked = next.pending();
            next.resume(RING.evaluate(asked.position(), asked.gradient()));
            live.removeIf(Chain::isDone);
        }

        // then
        assertThat(together.stream().map(Chain::trace).toList())
                .usingRecursiveComparison()
                .isEqualTo(alone);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "NUTS", "ELLIPTICAL_SLICE", "RANDOM_WALK"})
    void countsEveryEvaluationAndMakesNoneInVain(Method method) {
        // given
        int[] counts = new int[2];
        LogDensity counting = (z, withGradient) -> {
            counts[withGradient ? 0 : 1]++;
            return RING.evaluate(z, withGradient);
        };
        Chain chain = chain(0, ChainPlan.of(method, 0, 200, 2), RING);

        // when
        Trace trace = new Sequential(counting).run(chain);

        // then
        int gradients =
                trace.transitions().stream().mapToInt(Transition::gradients).sum();
        int forwards =
                trace.transitions().stream().mapToInt(Transition::forwards).sum();
        assertThat(trace.gradients()).isEqualTo(counts[0]);
        assertThat(trace.forwards()).isEqualTo(counts[1]).isEqualTo(forwards);
        // Without warm-up, only the search for a step size lies outside the transitions.
        assertThat(trace.gradients() - gradients).isBetween(0L, 30L);
    }

    @Test
    void canBeReadAtAnyTime() {
        // given
        ChainPlan plan = ChainPlan.of(Method.NUTS, 20, 30, 2);
        Chain chain = chain(7, plan, RING);

        // when
        while (chain.completedIterations() < 35) {
            Step.Evaluate asked = chain.pending();
            chain.resume(RING.evaluate(asked.position(), asked.gradient()));
        }
        Trace early = chain.trace();
        Trace whole = new Sequential(RING).run(chain);

        // then
        assertThat(chain.index()).isEqualTo(7);
        assertThat(chain.totalIterations()).isEqualTo(50);
        assertThat(early.size()).isEqualTo(15);
        assertThat(whole.size()).isEqualTo(30);
        assertThat(early.positions()).isEqualTo(Arrays.copyOf(whole.positions(), 15));
        assertThat(chain.isDone()).isTrue();
        assertThat(chain.pending()).isNull();
        assertThat(chain.state().position()).isEqualTo(whole.positions()[29]);
        assertThatThrownBy(() -> chain.resume(RING.evaluate(new double[2], false)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chain 7");
    }

    @Test
    void recordsWhatTheModelSaid() {
        LogDensity withLogits = (z, withGradient) -> {
            Evaluation plain = RING.evaluate(z, withGradient);
            return new Evaluation(
                    plain.logPrior(), plain.logLikelihood(), plain.gradient(), new double[] {z[0], 2 * z[1]});
        };
        ChainPlan plan = ChainPlan.of(Method.AUTO, 10, 10, 2);

        Trace trace = new Sequential(withLogits).run(chain(0, plan, withLogits));

        for (int n = 0; n < trace.size(); n++) {
            double[] z = trace.positions()[n];
            Evaluation expected = withLogits.evaluate(z, false);
            assertThat(trace.logits()[n]).containsExactly(z[0], 2 * z[1]);
            assertThat(trace.logDensity()[n]).isEqualTo(expected.logDensity());
            assertThat(trace.logLikelihood()[n]).isEqualTo(expected.logLikelihood());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void autoSpendsAboutHalfOnEachKernel(int index) {
        // given: a ring on which neither end of 1..20 slice moves is needed
        LogDensity wide = Densities.levelOfRadius(4, 1.5, .5, .2);

        // when
        Trace trace = new Sequential(wide).run(chain(index, ChainPlan.of(Method.AUTO, 500, 2_000, 2), wide));

        // then: a gradient costs three forward evaluations
        double gradients =
                trace.transitions().stream().mapToInt(Transition::gradients).sum();
        double forwards =
                trace.transitions().stream().mapToInt(Transition::forwards).sum();
        assertThat(3 * gradients / (3 * gradients + forwards)).isBetween(.4, .62);
    }

    @Test
    void globalMovesGiveEachModeItsWeight() {
        // given: |u| near 3, so two modes of equal weight that local moves seldom leave
        LogDensity twoModes = Densities.levelOfRadius(4, 3, .5, .05);
        ChainPlan plan = ChainPlan.of(Method.AUTO, 200, 10_000, 1).withGlobal(new Isir(new StandardNormal(1), 16));

        // when
        Trace trace = new Sequential(twoModes).run(chain(0, plan, twoModes));

        // then
        double[] right = Arrays.stream(trace.positions())
                .mapToDouble(u -> u[0] > 0 ? 1 : 0)
                .toArray();
        BatchMeans share = BatchMeans.of(right, 50);
        assertThat(share.zScore(.5)).isBetween(-4.0, 4.0);
        assertThat(share.standardError()).isLessThan(.05);
    }

    @Test
    void warmupLearnsTheMetric() {
        // given: standard deviations .1 and 10
        LogDensity density = Densities.normal(.1, 10, 0);
        ChainPlan plan = ChainPlan.of(Method.NUTS, 1_000, 1_000, 2);

        // when
        Trace trace = new Sequential(density).run(chain(0, plan, density));

        // then: with the right metric, the step is as long as that of a standard normal
        assertThat(trace.stepSize()).isBetween(.4, 2.0);
        assertThat(meanDepth(trace)).isLessThan(3.5);
    }

    @Test
    void theInitialVarianceIsTheFirstMetric() {
        LogDensity density = Densities.normal(.1, 10, 0);
        ChainPlan plan = new ChainPlan(Method.NUTS, 15, 200, new double[] {.01, 100});

        Trace trace = new Sequential(density).run(chain(0, plan, density));

        assertThat(meanDepth(trace)).isLessThan(3.5);
    }

    @Test
    void slicedChainsHaveNoStepSize() {
        Trace trace = new Sequential(RING).run(chain(0, ChainPlan.of(Method.ELLIPTICAL_SLICE, 10, 10, 2), RING));

        assertThat(trace.stepSize()).isNaN();
        assertThat(trace.gradients()).isZero();
    }

    @Test
    void impossiblePlansAreRefused() {
        assertThatThrownBy(() -> ChainPlan.of(Method.NUTS, -1, 10, 2)).hasMessageContaining("warmup");
        assertThatThrownBy(() -> ChainPlan.of(Method.NUTS, 10, 0, 2)).hasMessageContaining("draws");
        assertThatThrownBy(() -> new ChainPlan(Method.NUTS, 10, 10, new double[2], 1, 10, 50, null, true, List.of()))
                .hasMessageContaining("acceptance");
        assertThatThrownBy(() -> new Chain(
                        3,
                        new Sequential(RING).at(1, 1, 1),
                        ChainPlan.of(Method.NUTS, 10, 10, 2),
                        RandomSource.SPLIT_MIX_64.create(1L)))
                .hasMessageContaining("chain 3");
    }

    @Test
    void averageAcceptanceIsTheOneThatWasAskedFor() {
        ChainPlan plan = new ChainPlan(
                Method.NUTS, 1_000, 2_000, new double[] {1, 1, 1, 1, 1}, .95, 10, 50, null, true, List.of());

        Trace trace = new Sequential(Densities.standardNormal()).run(chain(0, plan, Densities.standardNormal()));

        assertThat(trace.transitions().stream()
                        .mapToDouble(Transition::acceptance)
                        .average())
                .hasValueCloseTo(.95, offset(.03));
    }
}
