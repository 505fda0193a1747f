/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.bayestrex.junit.GateAssertions.fails;
import static org.bayestrex.junit.GateAssertions.passes;
import static org.bayestrex.junit.GateAssertions.settlesNothing;

import org.junit.jupiter.api.Test;

/** hasLevelSetMassBetween(): from prior draws, whatever the chains are worth. */
class HasLevelSetMassBetweenTest {

    @Test
    void passesWithin() {
        Found found = Found.failures().problem("R-hat is 1.3.");

        passes(found, findings -> findings.hasLevelSetMassBetween(.05, .2));
    }

    @Test
    void failsOutside() {
        Found found = Found.failures();

        fails(found, findings -> findings.hasLevelSetMassBetween(.2, .3));
    }

    @Test
    void isInconclusiveAcrossALimit() {
        Found found = Found.failures();

        settlesNothing(found, findings -> findings.hasLevelSetMassBetween(.1, .2));
    }
}
