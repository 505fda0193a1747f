/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.explain.mask.LayerMasks;
import org.bayestrex.engine.explain.mask.Mask;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ToyTaskTest {

    @Test
    void digitsAreDrawnAsThePaperSays() {
        ToyTask task = ToyTask.generate(4000, 1);
        double queried = 0;
        double first = 0;
        double digits = 0;
        double lengths = 0;
        for (int row = 0; row < task.size(); row++) {
            Tensor input = task.inputs().row(row);
            assertThat(input.get(0)).isNotEqualTo(input.get(1));
            lengths += ToyTask.length(input);
            for (int i = 0; i < ToyTask.length(input); i++) {
                int digit = ToyTask.digit(input, i);
                assertThat(digit).isBetween(0, 9);
                queried += digit == (int) input.get(0) || digit == (int) input.get(1) ? 1 : 0;
                first += digit == (int) input.get(0) ? 1 : 0;
                digits++;
            }
        }

        assertThat(queried / digits).isCloseTo(.5, within(.02));
        assertThat(first / digits).isCloseTo(.25, within(.02));
        assertThat(lengths / task.size()).isCloseTo(5.5, within(.2));
    }

    @Test
    void labelsAndTruthFollowFromTheDigits() {
        ToyTask task = new ToyTask(
                Tensor.of(
                        new float[] {8, 1, 8, 8, 3, 1, 3, 9, -1, -1, -1, -1, 2, 5, 5, -1, -1, -1, -1, -1, -1, -1, -1, -1
                        },
                        2,
                        ToyTask.WIDTH),
                new int[] {1, 0});

        assertThat(ToyTask.truth(task.inputs().row(0))).containsExactly(1.0 / 3, 1.0 / 3, 0, 1.0 / 3, 0, 0, 0, 0, 0, 0);
        assertThat(ToyTask.length(task.inputs().row(1))).isEqualTo(1);
    }

    @Test
    void errorsAreZeroForTheTruthAndInfiniteWhereANeededDigitGetsNothing() {
        ToyTask task = ToyTask.generate(50, 2);
        List<double[]> truths = IntStream.range(0, 50)
                .mapToObj(row -> ToyTask.truth(task.inputs().row(row)))
                .toList();
        List<double[]> firstOnly = truths.stream()
                .map(truth -> {
                    double[] one = new double[truth.length];
                    one[
                            IntStream.range(0, truth.length)
                                    .filter(i -> truth[i] > 0)
                                    .findFirst()
                                    .orElse(0)] = 1;
                    return one;
                })
                .toList();

        assertThat(AttributionError.of(task, truths).divergence()).isCloseTo(0, within(1e-12));
        assertThat(AttributionError.of(task, truths).jensenShannon()).isCloseTo(0, within(1e-12));
        assertThat(AttributionError.of(task, firstOnly).divergence()).isInfinite();
        assertThat(AttributionError.of(task, firstOnly).jensenShannon()).isBetween(.1, Math.log(2));
    }

    @Test
    void theNetworkRunsOnFromEachOfItsStates() {
        ToyTask task = ToyTask.generate(40, 3);
        try (ToyNetwork network = ToyNetwork.train(ToyTask.generate(256, 4), 2, 5)) {
            HiddenStates states = network.states(task.inputs());

            for (int layer = 0; layer < network.layers(); layer++) {
                Tensor again =
                        network.logits(task.inputs(), layer, states.layers().get(layer));
                assertThat(again.toArray()).containsExactly(states.logits().toArray(), within(1e-6f));
                requireGradient(network, task.inputs(), layer, states.layers().get(layer));
            }
        }
    }

    /** Along the gradient of the first input's log-odds these change by its squared length. */
    private static void requireGradient(ToyNetwork network, Tensor inputs, int layer, Tensor state) {
        Tensor slopes = network.pullBack(inputs, layer, state, logits -> {
            float[] first = new float[logits.length];
            first[1] = 1;
            return first;
        });
        double squared = 0;
        float[] moved = state.toArray();
        for (int i = 0; i < moved.length; i++) {
            squared += slopes.get(i) * slopes.get(i);
            moved[i] += 1e-2f * slopes.get(i);
        }
        double change =
                network.logits(inputs, layer, Tensor.of(moved, state.shape())).get(1)
                        - network.logits(inputs, layer, state).get(1);
        assertThat(squared).isPositive();
        assertThat(change / 1e-2).isCloseTo(squared, within(.02 * squared + 1e-3));
    }

    @Test
    void aFewStepsRunAndReportWhatTheyKeep() {
        ToyComparison comparison = new ToyComparison(1);
        try (ToyNetwork network = comparison.network(1)) {
            LayerMasks masks = comparison.diffMask(network, 20);

            assertThat(masks.masks()).hasSize(comparison.validation().size());
            assertThat(masks.keptShare()).as("gates begin open").isEqualTo(1);
            assertThat(masks.divergence()).isCloseTo(0, within(1e-4));
        }
    }

    /** Network and probes both: a gradient that once held what had been freed made the second differ now and then. */
    @Test
    void theSameSeedGivesTheSameMasks() {
        assertThat(masksAfterAFewSteps()).isDeepEqualTo(masksAfterAFewSteps());
    }

    private static double[][] masksAfterAFewSteps() {
        ToyComparison comparison = new ToyComparison(6);
        try (ToyNetwork network = comparison.network(2)) {
            return comparison.diffMask(network, 150).masks().stream()
                    .map(Mask::expectation)
                    .toArray(double[][]::new);
        }
    }

    /** The paper's table: .04 and .01. */
    @Test
    @Tag("slow")
    @Tag("long")
    void masksFindTheKnownTruth() {
        ToyComparison comparison = new ToyComparison(DiffMaskTables.SEED);
        try (ToyNetwork network = comparison.network(50)) {
            LayerMasks masks = comparison.diffMask(network);

            assertThat(network.accuracy(comparison.validation())).isGreaterThanOrEqualTo(.99);
            assertThat(comparison.error(masks).divergence()).isLessThanOrEqualTo(.05);
            assertThat(comparison.error(masks).jensenShannon()).isLessThanOrEqualTo(.02);
            assertThat(masks.meetsConstraint()).isTrue();
            for (ToyComparison.Method other : comparison.others(network)) {
                assertThat(AttributionError.of(comparison.validation(), other.attributions())
                                .jensenShannon())
                        .as(other.name())
                        .isGreaterThan(comparison.error(masks).jensenShannon());
            }
        }
    }
}
