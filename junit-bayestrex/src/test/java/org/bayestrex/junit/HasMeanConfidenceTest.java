/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.bayestrex.junit.GateAssertions.fails;
import static org.bayestrex.junit.GateAssertions.passes;
import static org.bayestrex.junit.GateAssertions.settlesNothing;

import org.junit.jupiter.api.Test;

/** hasMeanConfidence(): the mean over all draws is .9. */
class HasMeanConfidenceTest {

    @Test
    void passesWithin() {
        Found found = Found.failures();

        passes(found, findings -> findings.hasMeanConfidence(1, .9, within(.05)));
    }

    @Test
    void failsOutside() {
        Found found = Found.failures();

        fails(found, findings -> findings.hasMeanConfidence(1, .5, within(.05)));
    }

    @Test
    void isInconclusiveAcrossALimit() {
        Found found = Found.failures();

        settlesNothing(found, findings -> findings.hasMeanConfidence(1, .95, within(.05)));
    }

    @Test
    void isInconclusiveWithAProblem() {
        Found found = Found.failures().problem("R-hat is 1.3.");

        settlesNothing(found, findings -> findings.hasMeanConfidence(1, .9, within(.05)));
    }

    @Test
    void refusesAClassThatTheModelLacks() {
        Found found = Found.failures();

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BayesTrexAssertions.assertThat(found.findings()).hasMeanConfidence(3, .5, within(.1)))
                .withMessage("hasMeanConfidence: the model has the classes 0 to 2, not 3");
    }
}
