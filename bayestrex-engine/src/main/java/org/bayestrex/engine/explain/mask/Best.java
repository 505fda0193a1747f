/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.List;

/**
 * What was learned as it was when it was best on inputs held back: first comes how much the constraint is violated there, then,
 * where it is met, the number of gates that are open. While the multipliers swing, the last step is as good as any.
 *
 * <p>Met is the constraint where the mean divergence with {@value #DEVIATIONS} of its standard errors is within what is
 * allowed: it is then met on other inputs in 19 cases of 20, but for the choice among many steps.
 */
final class Best {

    private static final double DEVIATIONS = 1.645;

    private final List<Integer> layers;
    private final List<Weights> weights;
    private List<float[]> values = List.of();
    private double excess = Double.POSITIVE_INFINITY;
    private double open = Double.POSITIVE_INFINITY;

    /**
     * Of nothing yet.
     *
     * @param layers that share weights
     * @param weights all that the masks of these layers come from
     */
    Best(List<Integer> layers, List<Weights> weights) {
        this.layers = List.copyOf(layers);
        this.weights = List.copyOf(weights);
    }

    List<Integer> layers() {
        return layers;
    }

    /** @param masks of each layer those of the inputs held back */
    void consider(List<List<Mask>> masks, double epsilon) {
        double nowExcess = 0;
        double nowOpen = 0;
        for (List<Mask> layer : masks) {
            nowExcess = Math.max(nowExcess, upper(layer) - epsilon);
            nowOpen += layer.stream().mapToDouble(Mask::open).average().orElseThrow();
        }
        if (nowExcess < excess || (nowExcess == excess && nowOpen < open)) {
            excess = nowExcess;
            open = nowOpen;
            values = weights.stream().map(Weights::values).toList();
        }
    }

    /** The mean divergence with its uncertainty. */
    private static double upper(List<Mask> masks) {
        double mean = masks.stream().mapToDouble(Mask::divergence).average().orElseThrow();
        double squares = masks.stream()
                .mapToDouble(mask -> Math.pow(mask.divergence() - mean, 2))
                .sum();
        double count = masks.size();
        return mean + DEVIATIONS * Math.sqrt(squares / Math.max(1, count - 1) / count);
    }

    /** Whether the first ones, of all layers together, are the better ones. */
    static boolean isBetter(List<Best> first, List<Best> second) {
        double firstExcess = first.stream().mapToDouble(best -> best.excess).sum();
        double secondExcess = second.stream().mapToDouble(best -> best.excess).sum();
        return firstExcess < secondExcess
                || (firstExcess == secondExcess
                        && first.stream().mapToDouble(best -> best.open).sum()
                                < second.stream().mapToDouble(best -> best.open).sum());
    }

    /** Puts the weights back to what they were then. */
    void restore() {
        for (int i = 0; i < values.size(); i++) {
            weights.get(i).restore(values.get(i));
        }
    }
}
