/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.rate.Check;
import org.opentest4j.TestAbortedException;

/** The verdict in words, and below it every claim that the test made: measured, limit, verdict, what to do. */
final class VerdictTable {

    private static final String NO_NUMBER = "–";
    private static final int LONGEST_MESSAGE = 400;
    private static final List<String> HEADS = List.of("Claim", "Measured", "Allowed", "Verdict");

    private VerdictTable() {}

    static String html(Judged report) {
        Outcome outcome = Outcome.of(report);
        String banner = outcome.banner(Html.escape(sentence(report, outcome)));
        if (report.checks().isEmpty()) {
            return banner;
        }
        List<String> rows = new ArrayList<>();
        for (Check check : report.checks()) {
            rows.add(Tables.row(
                    Html.escape(check.claim()),
                    Html.escape(measured(check)),
                    Html.element("span", "white-space:nowrap", Html.escape(allowed(check))),
                    Outcome.of(check.verdict()).badge()));
            if (!check.advice().isBlank()) {
                rows.add(Tables.wideRow(HEADS.size(), "<strong>What to do:</strong> " + Html.escape(check.advice())));
            }
        }
        return banner + Tables.table(HEADS, rows);
    }

    private static String sentence(Judged report, Outcome outcome) {
        return switch (outcome) {
            case PASS -> "Every claim holds, with the whole interval on the allowed side.";
            case UNCHECKED -> "The search ran, but the test made no claim about it.";
            case INCONCLUSIVE ->
                report.failure().filter(TestAbortedException.class::isInstance).isPresent()
                        ? "SKIPPED BY CONFIGURATION: the evidence does not decide, and this was NOT a pass."
                        : "The evidence does not decide; this does not let a release go on.";
            case FAIL ->
                report.checks().stream().anyMatch(check -> Outcome.of(check.verdict()) == Outcome.FAIL)
                        ? "The model does what the test forbids."
                        : "The test failed outside its claims: " + reason(report);
        };
    }

    private static String reason(Judged report) {
        String reason = report.failure()
                .map(failure ->
                        failure.getMessage() == null || failure.getMessage().isBlank()
                                ? failure.getClass().getSimpleName()
                                : failure.getMessage().strip())
                .orElse("");
        return reason.length() > LONGEST_MESSAGE ? reason.substring(0, LONGEST_MESSAGE) + "…" : reason;
    }

    /** A claim without limits is not about its rate: whether draws were found, whether chains have converged. */
    private static String measured(Check check) {
        boolean isAboutRate = Double.isFinite(check.low()) || Double.isFinite(check.high());
        return isAboutRate ? Numbers.rate(check.rate()) : NO_NUMBER;
    }

    /** The range that the claim allows, open ends left out. */
    private static String allowed(Check check) {
        boolean isShare = check.rate().lower() >= 0 && check.rate().upper() <= 1;
        boolean fromBelow = check.low() > (isShare ? 0 : Double.NEGATIVE_INFINITY);
        boolean fromAbove = check.high() < (isShare ? 1 : Double.POSITIVE_INFINITY);
        String low = Numbers.value(check.rate(), check.low());
        String high = Numbers.value(check.rate(), check.high());
        if (fromBelow && fromAbove) {
            return low + " to " + high;
        }
        if (fromAbove) {
            return "below " + high;
        }
        return fromBelow ? "at least " + low : NO_NUMBER;
    }
}
