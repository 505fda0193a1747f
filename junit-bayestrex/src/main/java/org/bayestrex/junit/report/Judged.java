/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.bayestrex.engine.rate.Check;

/** A test with its checks. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface Judged permits TestReport, ComparisonReport {

    /** Every check the test made, in order, passed or not. */
    List<Check> checks();

    /** Why the test failed; empty when it passed. */
    Optional<Throwable> failure();
}
