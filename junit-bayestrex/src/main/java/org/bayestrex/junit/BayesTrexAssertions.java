/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import org.apiguardian.api.API;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.search.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Entry point of the assertions on findings and comparisons.
 *
 * <pre>{@code
 * import static org.bayestrex.junit.BayesTrexAssertions.assertThat;
 *
 * assertThat(findings).hasConverged().hasFailureRateBelow(1e-3);
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class BayesTrexAssertions {

    private BayesTrexAssertions() {}

    /** Begins an assertion on findings. */
    public static FindingsAssert assertThat(@Nullable Findings actual) {
        return new FindingsAssert(actual);
    }

    /** Begins an assertion on the comparison of two models. */
    public static ComparisonAssert assertThat(@Nullable Comparison actual) {
        return new ComparisonAssert(actual);
    }
}
