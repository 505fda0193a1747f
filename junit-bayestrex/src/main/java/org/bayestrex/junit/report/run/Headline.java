/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bayestrex.junit.report.Outcome;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;

/** May the release go on? One sentence, and how many tests stand where. */
final class Headline {

    private Headline() {}

    static String html(Run run) {
        Outcome outcome = of(run);
        String banner = Html.element(
                "div",
                outcome.style() + ";border-left-width:8px;padding:12px 16px;margin:0 0 12px",
                Html.element("strong", "font-size:20px", outcome.symbol() + " " + answer(outcome))
                        + Html.element("div", "font-size:15px;margin-top:4px", Html.escape(sentence(run))));
        String counts = List.of(Outcome.values()).stream()
                .filter(each -> !run.with(each).isEmpty())
                .map(each -> Html.element(
                        "li",
                        each.style() + ";padding:4px 12px;list-style:none",
                        Html.element(
                                        "strong",
                                        "font-size:16px",
                                        Numbers.count(run.with(each).size()))
                                + " " + each.text()))
                .collect(Collectors.joining());
        return banner + Html.element("ul", "display:flex;flex-wrap:wrap;gap:8px;margin:0 0 14px;padding:0", counts);
    }

    /** Where the run as a whole stands: only passed tests let a release go on. */
    static Outcome of(Run run) {
        if (!run.with(Outcome.FAIL).isEmpty()) {
            return Outcome.FAIL;
        }
        if (!run.with(Outcome.BROKEN).isEmpty()) {
            return Outcome.BROKEN;
        }
        if (!run.problems().isEmpty() || !run.with(Outcome.INCONCLUSIVE).isEmpty()) {
            return Outcome.INCONCLUSIVE;
        }
        return run.with(Outcome.PASS).isEmpty() ? Outcome.UNCHECKED : Outcome.PASS;
    }

    private static String answer(Outcome outcome) {
        return switch (outcome) {
            case FAIL, BROKEN, INCONCLUSIVE -> "No, the release may not go on";
            case PASS -> "Yes, by these tests the release may go on";
            case UNCHECKED, SKIPPED -> "Nothing says that the release may go on";
        };
    }

    static String sentence(Run run) {
        List<String> parts = new ArrayList<>();
        count(parts, run, Outcome.FAIL, "fails", "fail");
        count(parts, run, Outcome.BROKEN, "could not be carried out", "could not be carried out");
        count(parts, run, Outcome.INCONCLUSIVE, "is inconclusive", "are inconclusive");
        if (!run.problems().isEmpty()) {
            parts.add("the gates of the run do not pass together");
        }
        count(parts, run, Outcome.SKIPPED, "was skipped and shows nothing", "were skipped and show nothing");
        count(parts, run, Outcome.UNCHECKED, "made no claim", "made no claim");
        int passed = run.with(Outcome.PASS).size();
        if (parts.isEmpty() && passed > 0) {
            return passed == 1
                    ? "The one test passes, with the whole interval on the allowed side."
                    : "All " + Numbers.count(passed) + " tests pass, each with its whole interval on the allowed side.";
        }
        parts.add(passed == 0 ? "none passes" : Numbers.count(passed) + (passed == 1 ? " passes" : " pass"));
        return "Of " + Numbers.count(run.tests().size()) + " tests " + String.join(", ", parts) + ".";
    }

    private static void count(List<String> parts, Run run, Outcome outcome, String one, String more) {
        int count = run.with(outcome).size();
        if (count > 0) {
            parts.add(Numbers.count(count) + " " + (count == 1 ? one : more));
        }
    }
}
