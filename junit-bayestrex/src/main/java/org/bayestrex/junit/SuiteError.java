/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.bayestrex.engine.rate.GateFamily;

/**
 * Says that gates which passed one by one do not when their number is allowed for (configuration parameter {@code
 * bayestrex.suite}). JUnit reports it for its engine as a whole, after the last test.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SuiteError extends AssertionError {

    private static final long serialVersionUID = 1L;

    SuiteError(SuiteSettings suite, GateFamily family, List<GateFamily.Row> lost) {
        super(message(suite, family, lost));
    }

    private static String message(SuiteSettings suite, GateFamily family, List<GateFamily.Row> lost) {
        return String.format(
                        Locale.ROOT,
                        "INCONCLUSIVE: of %d gates of this run, %d passed alone and not with %s=%s at the one-sided level %s, "
                                + "which does not let a release go on. More draws, or fewer gates, would settle it:",
                        family.rows().size(),
                        lost.size(),
                        Settings.SUITE,
                        suite.name(),
                        suite.level())
                + lost.stream()
                        .map(row -> String.format(
                                Locale.ROOT,
                                "%n  %s %s: %s, p = %.3g, adjusted %.3g",
                                row.member().test(),
                                row.member().invocation(),
                                row.member().gate().gate(),
                                row.member().gate().passes(),
                                row.passes()))
                        .collect(Collectors.joining());
    }
}
