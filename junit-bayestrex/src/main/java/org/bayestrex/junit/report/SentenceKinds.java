/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bayestrex.engine.explain.RemovedToken;
import org.bayestrex.engine.explain.TokenRemoval;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;

/**
 * Kinds of sentences below each other: of each the typical one with its words on coloured ground, its share, what the model says of
 * it, and what it would say without the words that matter most.
 *
 * @param findings whose kinds they are
 * @param explained the kinds that are shown, texts all of them
 * @param all how many kinds there are
 */
record SentenceKinds(Findings findings, List<ExplainedKind> explained, int all) {

    static final String EXPLANATION =
            "A kind is a group of findings that have most words in common; its sentence is the one in its middle (medoid), its"
                    + " share is that of all such inputs of the data distribution, with the 95 % interval. Each word was taken away"
                    + " by itself and the model asked again. Red: the class loses without it, so the word speaks for the class;"
                    + " blue: the class gains, so it speaks against it. Under a word stands what it adds to the log-odds, which are 0"
                    + " at 50 %, 2.2 at 90 % and 4.6 at 99 %; no number: little. All sentences have one scale. Of two words that"
                    + " say the same, either can be missed, and both look needless. A sentence without a word may be one that nobody"
                    + " writes.";

    /** Words whose absence is put into a sentence. */
    private static final int NAMED = 3;

    /** A word that changes less is not worth a sentence. */
    private static final double LITTLE = .05;

    private static final double EVEN = .5;

    /** Every kind, and how to read it; nothing where there is no kind. */
    String html() {
        double full = explained.stream()
                .flatMap(kind -> kind.words().stream())
                .flatMap(words -> words.tokens().stream())
                .mapToDouble(token -> Math.abs(token.drop()))
                .max()
                .orElse(0);
        if (explained.isEmpty()) {
            return "";
        }
        TintedWords tinted = new TintedWords(full > 0 ? full : 1);
        String shown =
                explained.size() < all ? Tables.paragraph("The " + explained.size() + " largest are shown.") : "";
        return shown
                + IntStream.range(0, explained.size())
                        .mapToObj(i -> block(i, tinted))
                        .collect(Collectors.joining())
                + (full > 0 ? tinted.legend() + Tables.caption(Html.escape(EXPLANATION)) : "");
    }

    private String block(int number, TintedWords tinted) {
        ExplainedKind kind = explained.get(number);
        Rate share = kind.kind().share();
        TokenRemoval words = kind.words().orElseThrow();
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
                Html.element("p", "margin:0", together(title))
                        + (words.tokens().isEmpty() ? plain(kind.kind().medoid()) : tinted.html(words))
                        + Html.element(
                                "p",
                                "margin:0",
                                together(Html.escape(said(kind.kind().medoid(), words)))));
    }

    /** A number and its percent sign stay on one line. */
    private static String together(String html) {
        return html.replace(" %", "&nbsp;%");
    }

    private static String draws(int count) {
        return count == 1 ? "1 draw" : Numbers.count(count) + " draws";
    }

    /** A sentence that cannot be cut. */
    private String plain(Sample medoid) {
        return InputView.of(findings).look(medoid.input()).html("", 0);
    }

    /** What the model says, of the whole and without the words that matter most. */
    private String said(Sample medoid, TokenRemoval words) {
        String cls = findings.label(words.cls());
        String truth = SentenceTable.truth(medoid).isPresent() ? " (true label " + label(medoid) + ")" : "";
        String whole = "The model says " + cls + ": " + Numbers.shortPercent(words.confidence()) + truth + ".";
        List<RemovedToken> named = words.ranked().stream()
                .filter(token -> Math.abs(token.drop()) >= LITTLE)
                .limit(NAMED)
                .toList();
        if (words.tokens().isEmpty()) {
            return whole;
        }
        if (named.isEmpty()) {
            return whole + " No word by itself changes that.";
        }
        String without = named.stream()
                .map(token ->
                        "without \u201c" + token.text().strip() + "\u201d " + Numbers.shortPercent(token.confidence()))
                .collect(Collectors.joining(", "));
        return whole + " W" + without.substring(1) + "." + hold(words).orElse("");
    }

    /** Where the model goes on saying the same, whichever word is gone. */
    private static Optional<String> hold(TokenRemoval words) {
        double least = words.tokens().stream()
                .mapToDouble(RemovedToken::confidence)
                .min()
                .orElseThrow();
        return words.confidence() > EVEN && least > EVEN ? Optional.of(" No single word turns it.") : Optional.empty();
    }

    private String label(Sample medoid) {
        return new SentenceTable(findings).label(medoid);
    }
}
