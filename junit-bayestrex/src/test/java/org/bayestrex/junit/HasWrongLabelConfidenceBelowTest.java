/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.bayestrex.junit.GateAssertions.fails;
import static org.bayestrex.junit.GateAssertions.passes;
import static org.bayestrex.junit.GateAssertions.settlesNothing;

import org.junit.jupiter.api.Test;

/** hasWrongLabelConfidenceBelow(). */
class HasWrongLabelConfidenceBelowTest {

    @Test
    void passesBelowTheLimit() {
        Found found = Found.failures();

        passes(found, findings -> findings.hasWrongLabelConfidenceBelow(.96));
    }

    @Test
    void failsAboveTheLimit() {
        Found found = Found.failures();

        fails(found, findings -> findings.hasWrongLabelConfidenceBelow(.9));
    }

    @Test
    void isInconclusiveAcrossTheLimit() {
        Found found = Found.failures();

        settlesNothing(found, findings -> findings.hasWrongLabelConfidenceBelow(.92));
    }

    @Test
    void isInconclusiveWithAProblem() {
        Found found = Found.failures().problem("R-hat is 1.3.");

        settlesNothing(found, findings -> findings.hasWrongLabelConfidenceBelow(.96));
    }
}
