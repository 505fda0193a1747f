/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.bayestrex.junit.GateAssertions.fails;
import static org.bayestrex.junit.GateAssertions.passes;

import org.junit.jupiter.api.Test;

/** hasSampleCountOfAtLeast(). */
class HasSampleCountOfAtLeastTest {

    @Test
    void passesWithEnough() {
        Found found = Found.failures();

        passes(found, findings -> findings.hasSampleCountOfAtLeast(40));
    }

    @Test
    void failsWithFewer() {
        Found found = Found.failures();

        fails(found, findings -> findings.hasSampleCountOfAtLeast(41));
    }
}
