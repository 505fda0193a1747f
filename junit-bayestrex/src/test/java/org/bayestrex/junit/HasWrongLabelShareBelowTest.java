/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.bayestrex.junit.GateAssertions.fails;
import static org.bayestrex.junit.GateAssertions.passes;
import static org.bayestrex.junit.GateAssertions.settlesNothing;

import org.bayestrex.engine.rate.Rate;
import org.junit.jupiter.api.Test;

/** hasWrongLabelShareBelow(). */
class HasWrongLabelShareBelowTest {

    @Test
    void passesBelowTheLimit() {
        Found found = Found.failures().share(Found.rate(.05, .02, .07));

        passes(found, findings -> findings.hasWrongLabelShareBelow(.1));
    }

    @Test
    void failsWhereEveryLabelIsWrong() {
        Found found = Found.failures().problem("R-hat is 1.3.");

        fails(found, findings -> findings.hasWrongLabelShareBelow(.1));
    }

    @Test
    void isInconclusiveWithoutAnOracle() {
        Found found = Found.failures().share(Rate.unknown("no oracle"));

        settlesNothing(found, findings -> findings.hasWrongLabelShareBelow(.1));
    }

    @Test
    void isInconclusiveWithAProblem() {
        Found found = Found.failures().share(Found.rate(.05, .02, .07)).problem("R-hat is 1.3.");

        settlesNothing(found, findings -> findings.hasWrongLabelShareBelow(.1));
    }
}
