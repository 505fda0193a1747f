/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.examples.reproduction.ScoredInput.Model;
import org.junit.jupiter.api.Test;

class PlainComparisonTest {

    private static final int CLASSES = 10;

    @Test
    void eachModelIsScoredWhereItIsSureOnInputsOfItsOwn() {
        // given of each class four pairs of inputs on which both models are sure: the source errs on three of its own,
        // the
        // even ones, the adapted one on one of its own
        List<ScoredInput> inputs = new ArrayList<>();
        for (int cls = 0; cls < CLASSES; cls++) {
            for (int pair = 0; pair < 4; pair++) {
                int wrong = (cls + 1) % CLASSES;
                inputs.add(new ScoredInput(sure(cls), sure(cls), pair < 3 ? wrong : cls));
                inputs.add(new ScoredInput(sure(cls), sure(cls), pair < 1 ? wrong : cls));
            }
        }

        // when they are compared
        PlainComparison plain = new PlainComparison("forty pairs", inputs);
        Comparison comparison = plain.comparison(1);

        // then
        assertThat(comparison.baseline().accuracy().estimate()).isEqualTo(.25, within(1e-9));
        assertThat(comparison.candidate().accuracy().estimate()).isEqualTo(.75, within(1e-9));
        assertThat(comparison.excessOverconfidence().estimate()).isEqualTo(-.5, within(1e-9));
        assertThat(comparison.baseline().ofClass(3).draws()).isEqualTo(4);
        assertThat(plain.accuracy(Model.SOURCE).estimate()).isEqualTo(.5);
        assertThat(plain.sureAndWrong(Model.ADAPTED).estimate()).isEqualTo(.5);
    }

    @Test
    void whatAModelIsNotSureOfDoesNotCount() {
        // given two inputs on which nobody is sure, and two on which both are, but for class 0 alone
        double[] torn = new double[CLASSES];
        torn[0] = .89;
        torn[1] = .11;
        List<ScoredInput> inputs = List.of(
                new ScoredInput(torn, torn, 1),
                new ScoredInput(torn, torn, 1),
                new ScoredInput(sure(0), sure(0), 0),
                new ScoredInput(sure(0), sure(0), 0));

        // when
        PlainComparison plain = new PlainComparison("four", inputs);

        // then
        assertThat(plain.comparison(1).baseline().ofClass(0).accuracy().estimate())
                .isEqualTo(1);
        assertThat(plain.comparison(1).leftOut()).hasSize(CLASSES - 1);
        assertThat(plain.sure(Model.SOURCE).estimate()).isEqualTo(.5);
    }

    private static double[] sure(int cls) {
        double[] confidences = new double[CLASSES];
        confidences[cls] = 1;
        return confidences;
    }
}
