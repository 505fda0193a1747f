/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import org.apiguardian.api.API;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.junit.report.page.Numbers;

/** What a check measured, in the unit of its claim: differences of shares in percentage points. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Measured {

    static final String EXCESS = "excess overconfidence over ";
    static final String ABOVE_BASELINE = " above the baseline's";

    private Measured() {}

    /** With its interval. */
    public static String of(Check check) {
        return isDifference(check) ? Numbers.difference(check.rate()) : Numbers.rate(check.rate());
    }

    /** Whether it is about how far two shares are apart. */
    public static boolean isDifference(Check check) {
        return isDifference(check.claim());
    }

    /** The same of a claim, or of the quantity in it. */
    public static boolean isDifference(String claim) {
        return claim.startsWith(EXCESS) || claim.contains(ABOVE_BASELINE);
    }
}
