/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.bayestrex.junit.GateAssertions.fails;
import static org.bayestrex.junit.GateAssertions.passes;
import static org.bayestrex.junit.GateAssertions.settlesNothing;

import org.junit.jupiter.api.Test;

/** isNotEmpty(): one draw in the level set is enough. */
class IsNotEmptyTest {

    @Test
    void passesWithDrawsEvenOfChainsWithProblems() {
        Found found = Found.failures().problem("R-hat is 1.3.");

        passes(found, FindingsAssert::isNotEmpty);
    }

    @Test
    void failsWithoutDraws() {
        Found found = Found.failures().nothing();

        fails(found, FindingsAssert::isNotEmpty);
    }

    @Test
    void isInconclusiveWithoutDrawsOfChainsWithProblems() {
        Found found = Found.failures().nothing().problem("R-hat is 1.3.");

        settlesNothing(found, FindingsAssert::isNotEmpty);
    }
}
