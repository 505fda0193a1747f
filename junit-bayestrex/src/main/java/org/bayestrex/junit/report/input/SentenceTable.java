/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.input;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.choice.Group;
import org.bayestrex.junit.report.page.Csv;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Tables;

/** Sentences below each other: what is true of each, what the model says, how sure it is, and for how many draws it stands. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SentenceTable {

    public static final String EXPLANATION =
            "Each sentence once, the most frequent one first, with its share of the findings. A sentence is spelled as the model"
                    + " reads it. A good model has none here whose true label is another one than it says.";

    /** As many as one reads. */
    public static final int MOST = 24;

    private static final List<String> HEADS =
            List.of("Sentence", "True label", "The model says", "Confidence", "Share", "Id");

    private final Findings findings;
    private final InputView view;

    public SentenceTable(Findings findings) {
        this.findings = findings;
        this.view = InputView.of(findings);
    }

    /** A row for each group, by its typical sentence. */
    public String typical(List<Group<Sample>> groups) {
        return Tables.table(
                HEADS,
                groups.stream()
                        .map(group -> row(group.typical(), Numbers.wholePercent(group.share())))
                        .toList());
    }

    /** What came nearest, where nothing was found. */
    public String nearest(List<Sample> samples) {
        return Tables.table(
                HEADS,
                samples.stream().map(sample -> row(sample, "not a finding")).toList());
    }

    /** All sentences that were found, the most frequent ones first, and how many there are. */
    public String all() {
        List<Counted> distinct = distinct();
        if (distinct.isEmpty()) {
            return Tables.paragraph("No sentence was found.");
        }
        int of = findings.inLevelSet().size();
        String shown = distinct.size() > MOST
                ? "The " + MOST + " most frequent of " + Numbers.count(distinct.size()) + " different sentences in "
                : Numbers.count(distinct.size())
                        + (distinct.size() == 1 ? " sentence in " : " different sentences in ");
        return Tables.paragraph(shown + Numbers.count(of) + " findings.")
                + Tables.table(
                        HEADS,
                        distinct.stream()
                                .limit(MOST)
                                .map(each -> row(each.sample(), Numbers.percent(each.draws() / (double) of)))
                                .toList())
                + Tables.caption(Html.escape(EXPLANATION));
    }

    /** Every different sentence, for other programs. */
    public String csv() {
        Csv csv = new Csv().row("sentence", "label", "prediction", "confidence", "draws", "id");
        for (Counted each : distinct()) {
            Sample sample = each.sample();
            int predicted = sample.predictedClass();
            csv.row(
                    sentence(sample),
                    label(sample),
                    findings.label(predicted),
                    sample.confidences()[predicted],
                    each.draws(),
                    sample.id());
        }
        return csv.toString();
    }

    private List<Counted> distinct() {
        Map<String, Counted> distinct = new LinkedHashMap<>();
        findings.inLevelSet()
                .forEach(sample ->
                        distinct.merge(sentence(sample), new Counted(sample, 1), (before, one) -> before.more()));
        return distinct.values().stream()
                .sorted(Comparator.comparingInt(counted -> -counted.draws()))
                .toList();
    }

    /** The first draw of a sentence, and how many there are. */
    private record Counted(Sample sample, int draws) {

        Counted more() {
            return new Counted(sample, draws + 1);
        }
    }

    private String row(Sample sample, String share) {
        int predicted = sample.predictedClass();
        OptionalInt truth = truth(sample);
        String mark = truth.isEmpty() ? "" : truth.getAsInt() == predicted ? "✔ " : "✘ ";
        return Tables.row(
                Html.element("span", "display:block;min-width:14em", Html.escape(sentence(sample))),
                Html.escape(label(sample)),
                Html.escape(mark + findings.label(predicted)),
                Html.escape(Numbers.shortPercent(sample.confidences()[predicted])),
                Html.escape(share),
                Html.element("span", "font-size:11px;color:" + Ink.FAINT, Html.escape(sample.id())));
    }

    private String sentence(Sample sample) {
        return view.sentence(sample.input()).orElse("");
    }

    /** The true label, where it is known. */
    static OptionalInt truth(Sample sample) {
        return sample.labels().values().stream().findFirst().orElseGet(OptionalInt::empty);
    }

    /** The true label in words. */
    public String label(Sample sample) {
        OptionalInt truth = truth(sample);
        if (truth.isEmpty()) {
            return "unknown";
        }
        return truth.getAsInt() == LabelOracle.NONE ? "none of the classes" : findings.label(truth.getAsInt());
    }

    /** What the model says of a sentence, without the full stop. */
    public String answer(Sample sample, int cls, double confidence) {
        String truth = truth(sample).isPresent() ? " (true label " + label(sample) + ")" : "";
        return "The model says " + findings.label(cls) + ": " + Numbers.shortPercent(confidence) + truth;
    }
}
