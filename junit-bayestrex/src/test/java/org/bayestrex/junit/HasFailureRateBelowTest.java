/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.bayestrex.junit.GateAssertions.fails;
import static org.bayestrex.junit.GateAssertions.passes;
import static org.bayestrex.junit.GateAssertions.settlesNothing;

import org.bayestrex.engine.rate.Rate;
import org.junit.jupiter.api.Test;

/** hasFailureRateBelow(). */
class HasFailureRateBelowTest {

    @Test
    void passesBelowTheLimit() {
        Found found = Found.failures();

        passes(found, findings -> findings.hasFailureRateBelow(.13));
    }

    @Test
    void failsAboveTheLimit() {
        Found found = Found.failures();

        fails(found, findings -> findings.hasFailureRateBelow(.05));
    }

    @Test
    void isInconclusiveAcrossTheLimit() {
        Found found = Found.failures();

        settlesNothing(found, findings -> findings.hasFailureRateBelow(.1));
    }

    @Test
    void needsNoChainsWhereTheShareIsKnown() {
        Found found = Found.failures().problem("R-hat is 1.3.");

        passes(found, findings -> findings.hasFailureRateBelow(.13));
    }

    @Test
    void needsChainsWhereTheShareIsMeasured() {
        Found found = Found.failures().share(Found.rate(.5, .4, .6)).problem("R-hat is 1.3.");

        settlesNothing(found, findings -> findings.hasFailureRateBelow(.13));
    }

    @Test
    void isInconclusiveWhereTheShareIsUnknown() {
        Found found = Found.failures().share(Rate.unknown("no oracle"));

        settlesNothing(found, findings -> findings.hasFailureRateBelow(.05));
    }

    @Test
    void passesWhereTheShareIsUnknownButTheMassIsSmall() {
        Found found = Found.failures().share(Rate.unknown("no oracle"));

        passes(found, findings -> findings.hasFailureRateBelow(.13));
    }
}
