/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights are numbered by the look at which they were so. */
class BestTest {

    private static final double EPSILON = .1;

    private final Weights weights = Weights.constant(0, RmsProp.plain(1), 2);
    private final Best best = new Best(List.of(0), List.of(weights));
    private int looks;

    private void look(double divergence, double open) {
        look(Collections.nCopies(4, mask(divergence, open)));
    }

    private void look(List<Mask> masks) {
        looks++;
        weights.restore(new float[] {looks, looks});
        best.consider(List.of(masks), EPSILON);
    }

    private static Mask mask(double divergence, double open) {
        return new Mask(new double[] {open}, new double[] {open}, open, divergence, 0, 1, 0, 0);
    }

    private float kept() {
        best.restore();
        return weights.values()[1];
    }

    @Test
    void theFewestOpenAreKeptWhereTheConstraintIsMet() {
        look(.02, .9);
        look(.09, .3);
        look(.01, .5);
        look(.2, .1);

        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void theLeastViolatedAreKeptWhereItNeverIs() {
        look(.3, .1);
        look(.2, .9);
        look(.4, .05);

        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void aMeanThatIsNotSureToBeWithinIsNot() {
        look(.09, .9);
        look(List.of(mask(0, .1), mask(0, .1), mask(0, .1), mask(.3, .1))); // mean .075, standard error .075

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void withoutALookNothingChanges() {
        weights.restore(new float[] {7, 7});

        assertThat(kept()).isEqualTo(7);
    }
}
