/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Tensor;

/**
 * What can be replaced of an input, position after position: always the one that moves the prediction least, while it stays within
 * what is allowed. What is left is irreducible: none of it can be spared beside what is replaced already. Of a few dozen positions
 * this keeps fewer than gates that descend, and sooner; of many it thins out what gates have kept.
 *
 * <p>Forward passes only: of at most n (n + 1) / 2 masked inputs where it begins with n positions.
 */
public final class BackwardElimination {

    private static final int BATCH = 64;

    private final MaskableModel model;
    private final Tensor inputs;
    private final HiddenStates states;
    private final int layer;
    private final float[] baseline;
    private final double epsilon;

    /**
     * Prepares it.
     *
     * @param inputs [batch, ...]
     * @param states those of the inputs
     * @param layer whose positions are replaced: 0 for those of the input
     * @param baseline what stands in for a replaced position, of the layer's width
     * @param epsilon how far each masked prediction may be from the model's own, Kullback-Leibler, in nats
     */
    public BackwardElimination(
            MaskableModel model, Tensor inputs, HiddenStates states, int layer, float[] baseline, double epsilon) {
        this.model = model;
        this.inputs = inputs;
        this.states = states;
        this.layer = layer;
        this.baseline = baseline.clone();
        this.epsilon = epsilon;
    }

    /**
     * What is left of each input, from all its positions on.
     *
     * @return in the order of the inputs; more diverged than epsilon only where even all positions are, of a model that does not
     *     repeat itself
     * @throws org.bayestrex.engine.model.ModelException when a divergence is not finite
     */
    public List<Remainder> ofAll() {
        return IntStream.range(0, states.rows())
                .mapToObj(row -> thinned(row, present(row)))
                .toList();
    }

    /**
     * The same from what masks keep on.
     *
     * @param masks one of each input, of which the positions whose gates are not 0 are kept as they are. Where these do not meet the
     *     constraint, it begins with all positions
     */
    public List<Remainder> of(List<Mask> masks) {
        return IntStream.range(0, states.rows())
                .mapToObj(row -> thinned(
                        row,
                        present(row).stream()
                                .filter(i -> masks.get(row).gate()[i] > 0)
                                .toList()))
                .toList();
    }

    private List<Integer> present(int row) {
        return Arrays.stream(states.positionsOf(row)).boxed().toList();
    }

    private Remainder thinned(int row, List<Integer> kept) {
        Remainder left = measured(row, List.of(kept)).get(0);
        if (!isAllowed(left)) {
            left = measured(row, List.of(present(row))).get(0);
        }
        Optional<Remainder> next = Optional.of(left).filter(this::isAllowed);
        while (next.isPresent()) {
            left = next.get();
            next = measured(row, left.smaller()).stream()
                    .min(Comparator.comparingDouble(Remainder::divergence))
                    .filter(this::isAllowed);
        }
        return left;
    }

    private boolean isAllowed(Remainder remainder) {
        return remainder.divergence() <= epsilon;
    }

    /** What the model says of an input when as many sets of its positions are kept, each by itself. */
    private List<Remainder> measured(int row, List<List<Integer>> sets) {
        List<Remainder> measured = new ArrayList<>();
        for (int[] some : Rows.inOrder(sets.size(), BATCH)) {
            int[] same = new int[some.length];
            Arrays.fill(same, row);
            Tensor masked = Tensor.stacked(
                    IntStream.of(some).mapToObj(i -> masked(row, sets.get(i))).toList());
            Tensor logits = model.logits(Rows.of(inputs, same), layer, masked);
            double[] divergences = Divergence.between(model.name(), Rows.of(states.logits(), same), logits);
            for (int i = 0; i < some.length; i++) {
                measured.add(new Remainder(sets.get(some[i]), logits.row(i), divergences[i]));
            }
        }
        return measured;
    }

    /** The state of an input, [positions, width]. */
    private Tensor masked(int row, List<Integer> kept) {
        Set<Integer> open = new HashSet<>(kept);
        Tensor own = states.layers().get(layer).row(row);
        float[] values = own.toArray();
        for (int i = 0; i < states.positions(); i++) {
            if (!open.contains(i)) {
                System.arraycopy(baseline, 0, values, i * baseline.length, baseline.length);
            }
        }
        return Tensor.of(values, own.shape());
    }
}
