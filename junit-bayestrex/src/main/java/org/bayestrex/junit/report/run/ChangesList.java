/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Tables;

/** What changed since the last run. */
final class ChangesList {

    /** More names than these are folded. */
    private static final int MOST = 3;

    private ChangesList() {}

    static String html(Run run, History before) {
        if (before.last().isEmpty()) {
            return Tables.heading("What changed since the last run")
                    + Tables.paragraph("This is the first run in the history, so there is nothing to hold it against.");
        }
        PastRun last = before.last().get();
        Changes changes = Changes.between(last, PastRun.of(run));
        String heading = Tables.heading("What changed since the run of " + Circumstances.time(last.ended()));
        if (changes.isNone()) {
            return heading + Tables.paragraph("Nothing: the same tests, the same verdicts, the same models.");
        }
        List<String> rows = new ArrayList<>();
        changes.verdicts()
                .forEach(changed -> rows.add(Tables.row(
                        "Verdict",
                        Html.escape(changed.now().key()),
                        changed.then().outcome().badge() + " → "
                                + changed.now().outcome().badge() + "<br>" + Html.escape(rates(changed)))));
        changes.models()
                .forEach(model -> rows.add(Tables.row(
                        "Model",
                        Html.escape(model.name()),
                        "another file: SHA-256 " + shortHash(model.then()) + " → " + shortHash(model.now()))));
        names(rows, "New", changes.added());
        names(rows, "Not in this run", changes.gone());
        return heading
                + Tables.table(List.of("What", "Which", "How"), rows)
                + Tables.caption(
                        "Good: no verdict that was ✔ and is not any more, and no other model file than you expect.");
    }

    static String shortHash(String sha256) {
        return "<code>" + sha256.substring(0, Math.min(12, sha256.length())) + "</code>";
    }

    private static String rates(Changes.Changed changed) {
        String then = changed.then().rate().map(VerdictMatrix::brief).orElse("");
        String now = changed.now().rate().map(VerdictMatrix::brief).orElse("");
        return then.isEmpty() && now.isEmpty() ? "" : then + " → " + now;
    }

    /** One row for all of them: a run that begins a history has many. */
    private static void names(List<String> rows, String what, List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        String names = keys.stream().map(Html::escape).collect(Collectors.joining("<br>"));
        String which = keys.size() <= MOST
                ? names
                : "<details><summary style=\"cursor:pointer;display:list-item\">" + keys.size() + " tests</summary>"
                        + names + "</details>";
        rows.add(Tables.row(what, which, ""));
    }
}
