/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import org.apiguardian.api.API;
import org.assertj.core.api.SoftAssertionsProvider;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.search.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Entry point of soft assertions on findings, to be mixed with other providers.
 *
 * <pre>{@code
 * class MySoftAssertions extends SoftAssertions implements BayesTrexSoftAssertionsProvider {}
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface BayesTrexSoftAssertionsProvider extends SoftAssertionsProvider {

    /** Begins a soft assertion on findings. */
    default FindingsAssert assertThat(@Nullable Findings actual) {
        return proxy(FindingsAssert.class, Findings.class, actual);
    }

    /** Begins a soft assertion on the comparison of two models. */
    default ComparisonAssert assertThat(@Nullable Comparison actual) {
        return proxy(ComparisonAssert.class, Comparison.class, actual);
    }
}
