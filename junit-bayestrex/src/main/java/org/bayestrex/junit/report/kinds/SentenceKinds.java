/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.kinds;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.input.InputView;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Tables;

/**
 * Kinds of sentences below each other: of each the typical one with its words on coloured ground, its share, and what the model says
 * of it.
 *
 * @param findings whose kinds they are
 * @param explained the kinds that are shown, texts all of them, explained by one method
 * @param all how many kinds there are
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record SentenceKinds(Findings findings, List<ExplainedKind> explained, int all) {

    /** Every kind, and how to read it; nothing where there is no kind. */
    public String html() {
        if (explained.isEmpty()) {
            return "";
        }
        ShownSentences sentences =
                explained.get(0).mask().isPresent() ? new KeptWords(findings) : RemovedWords.of(findings, explained);
        String shown =
                explained.size() < all ? Tables.paragraph("The " + explained.size() + " largest are shown.") : "";
        return shown
                + IntStream.range(0, explained.size())
                        .mapToObj(i -> block(i, sentences))
                        .collect(Collectors.joining())
                + sentences.key();
    }

    private String block(int number, ShownSentences sentences) {
        ExplainedKind kind = explained.get(number);
        Rate share = kind.kind().share();
        String words = sentences.words(kind);
        String title = "<strong>Kind %d: %s of such inputs</strong> (95 %% interval %s to %s; %s)"
                .formatted(
                        number + 1,
                        Numbers.shortPercent(share.estimate()),
                        Numbers.shortPercent(share.lower()),
                        Numbers.shortPercent(share.upper()),
                        draws(kind.kind().size()));
        return Html.element(
                "div",
                "margin:0 0 14px;padding:8px 0 0;border-top:1px solid " + Ink.RULE,
                Html.element("p", "margin:0", Html.together(title))
                        + (words.isEmpty() ? plain(kind.kind().medoid()) : words)
                        + Html.element("p", "margin:0", Html.together(Html.escape(sentences.said(kind)))));
    }

    private static String draws(int count) {
        return count == 1 ? "1 draw" : Numbers.count(count) + " draws";
    }

    /** A sentence that cannot be cut. */
    private String plain(Sample medoid) {
        return InputView.of(findings).look(medoid.input()).html("", 0);
    }
}
