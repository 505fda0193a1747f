/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayestrex.junit.GateAssertions.fails;
import static org.bayestrex.junit.GateAssertions.passes;
import static org.bayestrex.junit.GateAssertions.settlesNothing;

import org.junit.jupiter.api.Test;

/** isEmpty(): about draws in the level set, and never a proof. */
class IsEmptyTest {

    @Test
    void passesWithTheBoundOfWhatMayBeThere() {
        Found found = Found.failures().nothing();

        assertThat(passes(found, FindingsAssert::isEmpty).advice())
                .isEqualTo("None found is not none there: up to 0.00100 of all inputs may lie in the level set.");
    }

    @Test
    void failsWithOneDrawEvenOfChainsWithProblems() {
        Found found = Found.failures().problem("R-hat is 1.3.");

        fails(found, FindingsAssert::isEmpty);
    }

    @Test
    void isInconclusiveWithAProblem() {
        Found found = Found.failures().nothing().problem("R-hat is 1.3.");

        settlesNothing(found, FindingsAssert::isEmpty);
    }
}
