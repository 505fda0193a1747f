/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;
import org.bayestrex.junit.report.page.Tables;
import org.opentest4j.TestAbortedException;

/** The verdict in words, and below it every claim that the test made: drawn against its limit, verdict, what to do. */
final class VerdictTable {

    private static final int LONGEST_MESSAGE = 400;

    private static final Prediction NO_PREDICTION = new Prediction("predicted so", "wrongly predicted so");

    private VerdictTable() {}

    static String html(Judged report) {
        Prediction prediction = report instanceof TestReport test ? Prediction.of(test.findings()) : NO_PREDICTION;
        List<Claim> claims = report.checks().stream()
                .map(check -> new Claim(check, prediction))
                .toList();
        Outcome outcome = Outcome.of(report);
        String banner = outcome.banner(Html.escape(sentence(report, outcome, claims)));
        if (claims.isEmpty()) {
            return banner;
        }
        String rows = claims.stream().map(VerdictTable::row).collect(Collectors.joining());
        boolean drawn =
                claims.stream().anyMatch(claim -> !IntervalBar.html(claim).isEmpty());
        return banner
                + Html.element("div", "margin:0 0 10px", rows)
                + (drawn ? Tables.caption(Html.escape(IntervalBar.CAPTION)) : "");
    }

    private static String row(Claim claim) {
        Check check = claim.check();
        String measured = claim.isAboutNumber()
                ? Html.element(
                        "div",
                        "color:" + Ink.FAINT,
                        "measured " + Html.escape(claim.measured()) + ", allowed " + Html.escape(claim.allowed()))
                : "";
        String text = Html.element(
                "div",
                "flex:1 1 280px;min-width:0",
                Outcome.of(check.verdict()).badge() + " <strong>" + Html.escape(check.claim()) + "</strong>"
                        + measured);
        String bar = IntervalBar.html(claim);
        String advice = check.advice().isBlank()
                ? ""
                : Html.element(
                        "div", "margin:2px 0 4px", "<strong>What to do:</strong> " + Html.escape(check.advice()));
        return Html.element(
                "div",
                "border-bottom:1px solid " + Ink.RULE + ";padding:6px 0",
                Html.element(
                                "div",
                                "display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center",
                                text + (bar.isEmpty() ? "" : Html.element("div", "flex:1 1 300px;min-width:0", bar)))
                        + advice);
    }

    private static String sentence(Judged report, Outcome outcome, List<Claim> claims) {
        return switch (outcome) {
            case PASS -> "Passes: " + deciding(claims, Outcome.PASS) + others(claims);
            case UNCHECKED ->
                report instanceof ComparisonReport
                        ? "The models were compared, but the test made no claim about it."
                        : "The search ran, but the test made no claim about it.";
            case INCONCLUSIVE ->
                (report.failure().filter(TestAbortedException.class::isInstance).isPresent()
                                ? "SKIPPED BY CONFIGURATION, NOT a pass: "
                                : "Undecided, so the release does not go on: ")
                        + deciding(claims, Outcome.INCONCLUSIVE)
                        + why(claims);
            case FAIL ->
                claims.stream().anyMatch(claim -> Outcome.of(claim.check().verdict()) == Outcome.FAIL)
                        ? "Fails: " + deciding(claims, Outcome.FAIL) + "."
                        : "The test failed outside its claims: " + reason(report);
            case BROKEN, SKIPPED ->
                throw new IllegalArgumentException("There is no report of a test that is " + outcome);
        };
    }

    /** The claim that made the verdict, one about a number where there is one. */
    private static String deciding(List<Claim> claims, Outcome outcome) {
        return of(claims, outcome).map(Claim::sentence).orElse("");
    }

    private static Optional<Claim> of(List<Claim> claims, Outcome outcome) {
        return claims.stream()
                .filter(claim -> Outcome.of(claim.check().verdict()) == outcome)
                .min(Comparator.comparing(claim -> !claim.isAboutNumber()));
    }

    private static String others(List<Claim> claims) {
        int more = claims.size() - 1;
        return more == 0
                ? "."
                : more == 1 ? ". The other claim holds too." : ". The other " + more + " claims hold too.";
    }

    /** Of an open claim: what keeps it open where that is not its interval. */
    private static String why(List<Claim> claims) {
        return of(claims, Outcome.INCONCLUSIVE)
                .filter(claim -> !claim.check().problems().isEmpty())
                .map(claim -> "; but the search cannot be trusted yet. "
                        + claim.check().problems().get(0))
                .orElse(". The evidence does not decide.");
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
}
