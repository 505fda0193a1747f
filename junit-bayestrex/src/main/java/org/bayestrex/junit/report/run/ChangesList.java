/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.junit.report.Html;
import org.bayestrex.junit.report.Tables;

/** What changed since the last run. */
final class ChangesList {

    /** Names beyond these are counted. */
    private static final int MOST = 10;

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
                        changed.then().standing().badge() + " → "
                                + changed.now().standing().badge() + "<br>" + Html.escape(rates(changed)))));
        changes.models()
                .forEach(model -> rows.add(Tables.row(
                        "Model",
                        Html.escape(model.name()),
                        "another file: SHA-256 " + shortHash(model.then()) + " → " + shortHash(model.now()))));
        names(rows, "New", changes.added());
        names(rows, "Not in this run", changes.gone());
        return heading + Tables.table(List.of("What", "Which", "How"), rows);
    }

    static String shortHash(String sha256) {
        return "<code>" + sha256.substring(0, Math.min(12, sha256.length())) + "</code>";
    }

    private static String rates(Changes.Changed changed) {
        String then = changed.then().rate().map(VerdictMatrix::brief).orElse("");
        String now = changed.now().rate().map(VerdictMatrix::brief).orElse("");
        return then.isEmpty() && now.isEmpty() ? "" : then + " → " + now;
    }

    private static void names(List<String> rows, String what, List<String> keys) {
        keys.stream().limit(MOST).forEach(key -> rows.add(Tables.row(what, Html.escape(key), "")));
        if (keys.size() > MOST) {
            rows.add(Tables.row(what, "and " + (keys.size() - MOST) + " more", ""));
        }
    }
}
