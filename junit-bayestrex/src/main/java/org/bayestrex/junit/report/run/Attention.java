/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.junit.report.Measured;
import org.bayestrex.junit.report.Outcome;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Tables;

/** What needs attention first, the worst before the rest; each line points at its test. */
final class Attention {

    private static final int LONGEST = 300;

    /** More than these push the matrix off the screen. */
    private static final int SHOWN = 5;

    private Attention() {}

    static String html(Run run, Links links) {
        List<String> lines = new ArrayList<>();
        run.problems()
                .forEach(problem -> lines.add(
                        item(Outcome.INCONCLUSIVE, "<strong>The gates together</strong>: " + shown(problem))));
        run.tests().stream()
                .filter(test -> test.outcome().stops())
                .sorted(Comparator.comparing(TestFacts::outcome))
                .forEach(test -> lines.add(item(test.outcome(), named(test, links) + ": " + shown(why(test)))));
        for (TestFacts test : run.tests()) {
            known(test)
                    .ifPresent(known -> lines.add(line(
                            Outcome.INCONCLUSIVE,
                            "<strong>" + Outcome.INCONCLUSIVE.symbol() + "</strong> " + named(test, links) + ": "
                                    + known)));
        }
        doubtful(run, links).ifPresent(lines::add);
        if (lines.isEmpty()) {
            return "";
        }
        String rest = lines.size() <= SHOWN
                ? ""
                : "<details><summary style=\"cursor:pointer;display:list-item\">" + Numbers.count(lines.size() - SHOWN)
                        + " more</summary>" + list(lines.subList(SHOWN, lines.size())) + "</details>";
        return Tables.heading("What needs attention first")
                + list(lines.subList(0, Math.min(SHOWN, lines.size())))
                + rest;
    }

    private static String list(List<String> items) {
        return Html.element("ul", "margin:0 0 6px;padding:0", String.join("", items));
    }

    /** Why a test does not pass: the claim that decides, or what it failed with. */
    static String why(TestFacts test) {
        return test.claims().stream()
                .filter(check -> check.verdict() != Verdict.PASS)
                .min(Comparator.comparing(check -> check.verdict() == Verdict.FAIL ? 0 : 1))
                .map(Attention::claim)
                .orElse(test.reason());
    }

    /** Tests that pass although something speaks against their draws: one line for all of them. */
    private static Optional<String> doubtful(Run run, Links links) {
        List<TestFacts> tests = run.tests().stream()
                .filter(test -> !test.outcome().stops() && !test.problems().isEmpty())
                .toList();
        if (tests.isEmpty()) {
            return Optional.empty();
        }
        String each = tests.stream()
                .map(test -> Html.element(
                        "div",
                        "margin:4px 0",
                        named(test, links) + ": " + shown(test.problems().get(0))))
                .collect(Collectors.joining());
        return Optional.of(line(
                Outcome.UNCHECKED,
                "<details><summary style=\"cursor:pointer;display:list-item\"><strong>" + Outcome.UNCHECKED.symbol()
                        + "</strong> " + Numbers.count(tests.size())
                        + (tests.size() == 1 ? " search that stops nothing has" : " searches that stop nothing have")
                        + " problems: trust their pictures less than their rates</summary>" + each + "</details>"));
    }

    private static String claim(Check check) {
        boolean isAboutRate = Double.isFinite(check.low()) || Double.isFinite(check.high());
        if (isAboutRate) {
            return check.claim() + ", measured " + Measured.of(check);
        }
        String reason = check.advice().strip();
        int end = reason.indexOf(". ");
        return "not shown is \"" + check.claim() + "\": " + (end < 0 ? reason : reason.substring(0, end));
    }

    /** One line for all known findings of a test: a corpus may have hundreds. */
    private static Optional<String> known(TestFacts test) {
        int count = test.known().size();
        return test.known().stream()
                .findFirst()
                .map(first -> count == 1
                        ? "a known finding is still found, " + shown(first)
                        : Numbers.count(count) + " known findings are still found, the first is " + shown(first));
    }

    /** With the verdict that the test has. */
    private static String item(Outcome outcome, String content) {
        return line(outcome, "<strong>" + outcome.text() + "</strong> " + content);
    }

    private static String line(Outcome outcome, String content) {
        return Html.element(
                "li",
                outcome.style() + ";list-style:none;padding:6px 12px;margin:0 0 6px;overflow-wrap:anywhere",
                content);
    }

    private static String named(TestFacts test, Links links) {
        return links.to(test, Html.escape(test.key()), test.key());
    }

    private static String shown(String text) {
        String line = text.strip();
        return Html.escape(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
    }
}
