/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.kinds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bayestrex.engine.explain.RemovedToken;
import org.bayestrex.engine.explain.TokenRemoval;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.input.SentenceTable;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Tables;

/**
 * Sentences with their words on coloured ground, and what the model would say without the words that matter most.
 *
 * @param findings whose sentences they are
 * @param full size of the largest change; 0 where no word matters
 */
record RemovedWords(Findings findings, double full) implements ShownSentences {

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

    static RemovedWords of(Findings findings, List<ExplainedKind> explained) {
        double full = explained.stream()
                .flatMap(kind -> kind.words().stream())
                .flatMap(words -> words.tokens().stream())
                .mapToDouble(token -> Math.abs(token.drop()))
                .max()
                .orElse(0);
        return new RemovedWords(findings, full);
    }

    private TintedWords tinted() {
        return new TintedWords(full > 0 ? full : 1);
    }

    @Override
    public String words(ExplainedKind kind) {
        TokenRemoval words = kind.words().orElseThrow();
        return words.tokens().isEmpty() ? "" : tinted().html(words);
    }

    @Override
    public String key() {
        return full > 0 ? tinted().legend() + Tables.caption(Html.escape(EXPLANATION)) : "";
    }

    @Override
    public String said(ExplainedKind kind) {
        TokenRemoval words = kind.words().orElseThrow();
        String whole = new SentenceTable(findings).answer(kind.kind().medoid(), words.cls(), words.confidence()) + ".";
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
}
