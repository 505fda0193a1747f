/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A target that makes no sense is refused with a message that names its attribute and its value. */
class TargetMisuseTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, -.1, 1.0001, Double.NaN})
    void confidenceOutOfRange(double confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HighConfidence.of(3).withConfidence(confidence))
                .withMessage("HighConfidence: confidence must be in (0, 1], but is " + confidence);
    }

    @Test
    void negativeClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HighConfidence.of(-1))
                .withMessage("HighConfidence: targetClass must be 0 or more, but is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ambiguous.between(-1, 2))
                .withMessage("Ambiguous: classes must be 0 or more, but are [-1, 2]");
    }

    @Test
    void unknownClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HighConfidence.of(10).requireFits(10))
                .withMessage("HighConfidence: targetClass is 10, but the model has the classes 0 to 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ambiguous.between(3, 12).requireFits(10))
                .withMessage("Ambiguous: classes is 12, but the model has the classes 0 to 9");
    }

    @Test
    void oneClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ambiguous.between(4))
                .withMessage("Ambiguous: classes needs at least two classes, but is [4]");
    }

    @Test
    void repeatedClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ambiguous(List.of(4, 7, 4)))
                .withMessage("Ambiguous: classes must be distinct, but are [4, 7, 4]");
    }

    @Test
    void whatFitsIsAccepted() {
        assertThatCode(() -> HighConfidence.of(9).requireFits(10)).doesNotThrowAnyException();
        assertThatCode(() -> Ambiguous.between(0, 9).requireFits(10)).doesNotThrowAnyException();
        assertThatCode(() -> Ambiguous.uniform().requireFits(2)).doesNotThrowAnyException();
    }

    @Test
    void anInterpolationNeedsTwoClassesAndAShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interpolated.between(3, 3))
                .withMessage("Interpolated: from and to must be two classes of 0 or more, but are 3 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interpolated.between(0, 1).at(1.1))
                .withMessage("Interpolated: share must be in [0, 1], but is 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interpolated.between(0, 12).requireFits(10))
                .withMessage("Interpolated: to is 12, but the model has the classes 0 to 9");
    }
}
