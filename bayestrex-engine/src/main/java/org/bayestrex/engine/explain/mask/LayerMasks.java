/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The masks of some inputs at one layer.
 *
 * @param masking what is masked
 * @param layer whose gates they are
 * @param epsilon divergence that was allowed on average
 * @param masks one of each input, in their order
 */
public record LayerMasks(Masking masking, int layer, double epsilon, List<Mask> masks) {

    public LayerMasks {
        masks = List.copyOf(masks);
        if (masks.isEmpty()) {
            throw new IllegalArgumentException("There are no masks without inputs");
        }
    }

    /** Mean divergence: what the constraint limits. */
    public double divergence() {
        return mean(Mask::divergence);
    }

    /** How much of the mean divergence is beyond what was allowed; 0 where the constraint is met. */
    public double violation() {
        return Math.max(0, divergence() - epsilon);
    }

    /** Whether the constraint is met on average. */
    public boolean meetsConstraint() {
        return violation() == 0;
    }

    /** Mean share of the positions that are kept. */
    public double keptShare() {
        return mean(Mask::keptShare);
    }

    /** Share of the inputs whose favoured class stays. */
    public double agreement() {
        return mean(mask -> mask.keepsPrediction() ? 1 : 0);
    }

    /** Mean multiplier. */
    public double multiplier() {
        return mean(Mask::multiplier);
    }

    private double mean(ToDoubleFunction<Mask> value) {
        return masks.stream().mapToDouble(value).average().orElseThrow();
    }
}
