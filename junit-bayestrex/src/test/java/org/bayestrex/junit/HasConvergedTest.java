/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayestrex.junit.GateAssertions.passes;
import static org.bayestrex.junit.GateAssertions.settlesNothing;

import org.junit.jupiter.api.Test;

/** hasConverged(). */
class HasConvergedTest {

    @Test
    void passesWithoutProblems() {
        Found found = Found.failures();

        passes(found, FindingsAssert::hasConverged);
    }

    @Test
    void isInconclusiveWithAProblem() {
        Found found = Found.failures().problem("R-hat is 1.3. Ask for more draws.");

        GateError error = settlesNothing(found, FindingsAssert::hasConverged);
        assertThat(error.check().advice()).isEqualTo("R-hat is 1.3. Ask for more draws.");
    }
}
