/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bayestrex.engine.explain.RemovalCurve.Kind;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

/** Curves of a model whose probability is known whatever is removed. */
class RemovalCurveTest {

    private static final Classifier MODEL = new Quadratic(new double[] {4, 1, 0, -1}, new double[4]);
    private static final Claim CLAIM = new Claim(Tensor.of(new float[] {1, 1, 1, 1}, 1, 2, 2), 0);
    private static final Tensor RIGHT = Tensor.of(new float[] {4, 1, 0, -1}, 1, 2, 2);
    private static final Tensor WRONG = Tensor.of(new float[] {-4, -1, 0, 1}, 1, 2, 2);

    @Test
    void pixelsAreRemovedInTheMapsOrder() {
        RemovalCurve curve = curve(Kind.DELETION, RIGHT);

        assertThat(curve.probabilities())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
                .containsExactly(logistic(4), logistic(0), logistic(-1), logistic(-1), logistic(0));
        assertThat(curve.area()).isCloseTo((logistic(4) / 2 + logistic(0) * 1.5 + 2 * logistic(-1)) / 4, within(1e-6));
    }

    @Test
    void andPutInTheMapsOrder() {
        RemovalCurve curve = curve(Kind.INSERTION, RIGHT);

        assertThat(curve.probabilities())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
                .containsExactly(logistic(0), logistic(4), logistic(5), logistic(5), logistic(4));
    }

    @Test
    void aBetterMapHasASmallerDeletionAndALargerInsertion() {
        assertThat(curve(Kind.DELETION, RIGHT).area())
                .isLessThan(curve(Kind.DELETION, WRONG).area() - .2);
        assertThat(curve(Kind.INSERTION, RIGHT).area())
                .isGreaterThan(curve(Kind.INSERTION, WRONG).area() + .2);
    }

    private static RemovalCurve curve(Kind kind, Tensor map) {
        return RemovalCurve.of(kind, MODEL, List.of(CLAIM), List.of(map), 0, 4).get(0);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
