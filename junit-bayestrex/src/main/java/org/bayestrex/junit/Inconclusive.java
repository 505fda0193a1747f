/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import org.bayestrex.engine.rate.Verdict;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/** What becomes of a test whose claims the evidence leaves open: it fails, unless the run's configuration skips it. */
enum Inconclusive {
    FAIL,
    SKIP;

    private static final System.Logger LOGGER = System.getLogger(Inconclusive.class.getName());

    /** What is to be thrown instead of a failure; the failure itself where the evidence is against a claim. */
    Throwable settle(String test, Throwable failure) {
        if (this == FAIL || !isOpen(failure)) {
            return failure;
        }
        String message = "INCONCLUSIVE, SKIPPED BY CONFIGURATION (%s=skip): %s did NOT pass. %s"
                .formatted(Settings.INCONCLUSIVE, test, failure.getMessage());
        LOGGER.log(System.Logger.Level.WARNING, message);
        return new TestAbortedException(message, failure);
    }

    private static boolean isOpen(Throwable failure) {
        if (failure instanceof MultipleFailuresError several) {
            List<Throwable> failures = several.getFailures();
            return !failures.isEmpty() && failures.stream().allMatch(Inconclusive::isOpen);
        }
        return failure instanceof GateError gate && gate.verdict() == Verdict.INCONCLUSIVE;
    }
}
