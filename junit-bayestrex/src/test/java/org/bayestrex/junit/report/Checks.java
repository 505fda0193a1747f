/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.Verdict;

/** One check of each verdict. */
final class Checks {

    static final Check PASSED = new Check(
            "failure rate below 0.001", Bars.RARE, Double.NEGATIVE_INFINITY, .001, Verdict.PASS, List.of(), "");
    static final Check FAILED =
            new Check("level-set mass between 0.001 and 0.01", Bars.RARE, .001, .01, Verdict.FAIL, List.of(), "");
    static final Check OPEN = new Check(
            "confidence in wrong labels below 0.95",
            new Rate(.93, .91, .96, .95, "mean over the findings"),
            Double.NEGATIVE_INFINITY,
            .95,
            Verdict.INCONCLUSIVE,
            List.of(),
            "About 900 more draws would settle it.");

    private Checks() {}
}
