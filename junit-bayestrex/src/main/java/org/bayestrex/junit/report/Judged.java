/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.rate.Check;

/** A test with its checks. */
sealed interface Judged permits TestReport, ComparisonReport {

    /** Every check the test made, in order, passed or not. */
    List<Check> checks();

    /** Why the test failed; empty when it passed. */
    Optional<Throwable> failure();
}
