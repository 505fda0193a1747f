/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the comparison of two models. Each is settled as PASS, FAIL or INCONCLUSIVE by its whole interval, and only
 * PASS goes on; every check, passed or not, appears in the report.
 *
 * <pre>{@code
 * assertThat(comparison).isNotMoreOverconfidentThanBaselineBy(.02);
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class ComparisonAssert extends AbstractAssert<ComparisonAssert, Comparison> {

    /** For AssertJ, which makes soft assertions from it; use {@link BayesTrexAssertions#assertThat}. */
    public ComparisonAssert(@Nullable Comparison actual) {
        super(actual, ComparisonAssert.class);
    }

    /**
     * Verifies that the excess of confident mistakes over the baseline's lies below a limit, with its whole interval.
     *
     * <pre>{@code
     * // passes
     * assertThat(comparison).isNotMoreOverconfidentThanBaselineBy(.02); // 95% interval [-.01, .015]
     * // fails
     * assertThat(comparison).isNotMoreOverconfidentThanBaselineBy(.01); // inconclusive
     * assertThat(comparison).isNotMoreOverconfidentThanBaselineBy(-.02); // refuted
     * }</pre>
     *
     * @param margin in [-1, 1]; below 0 where the model has to be wrong less often than the baseline
     * @throws GateError unless the verdict is PASS
     */
    public ComparisonAssert isNotMoreOverconfidentThanBaselineBy(double margin) {
        isNotNull();
        if (!(margin >= -1 && margin <= 1)) {
            throw new IllegalArgumentException(
                    "isNotMoreOverconfidentThanBaselineBy: a difference of two shares lies in [-1, 1], not at "
                            + margin);
        }
        Check check = Check.below(
                "excess overconfidence over " + actual.baseline().name(),
                actual.excessOverconfidence(),
                margin,
                actual.problems());
        actual.report(check);
        if (check.verdict() != Verdict.PASS) {
            throw new GateError(GateError.summary(info, ComparisonMessage.headline(check)), actual, check);
        }
        return this;
    }
}
