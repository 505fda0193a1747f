/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.kinds;

import java.util.List;
import java.util.Locale;
import org.bayestrex.engine.explain.KeptToken;
import org.bayestrex.engine.explain.TokenMask;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.input.SentenceTable;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Tables;
import org.bayestrex.junit.report.picture.ColourScale;
import org.bayestrex.junit.report.picture.Palette;

/**
 * Sentences with the words that a prediction needs on tinted ground and the needless ones struck out, and whether the masked
 * sentence makes the model say the same.
 *
 * @param findings whose sentences they are
 */
record KeptWords(Findings findings) implements ShownSentences {

    static final String EXPLANATION =
            "A kind is a group of findings that have most words in common; its sentence is the one in its middle (medoid), its"
                    + " share is that of all such inputs of the data distribution, with the 95 % interval. As many words as possible"
                    + " were masked at once, their embeddings replaced, while the model went on saying nearly the same (the question"
                    + " of DiffMask). Bold on red ground: kept; masked as well, any one of them would change what the model says"
                    + " by more than is allowed. Struck out: needless, together with all the others that are struck out. Divergence:"
                    + " how far the masked prediction is from the model's own (Kullback-Leibler, in nats). Other words may do as well as"
                    + " those that are kept, and a kept word may speak for any class. Each mask was found for its sentence alone and may"
                    + " strike out what another of its kind needs.";

    private static final String KEPT = "font-weight:600;color:" + TintedWords.css(Palette.INK) + ";background:"
            + TintedWords.css(ColourScale.colour(TintedWords.LIGHTEST));

    private static final String NEEDLESS = "color:" + Ink.FAINT + ";text-decoration:line-through";

    @Override
    public String words(ExplainedKind kind) {
        List<KeptToken> tokens = kind.mask().orElseThrow().tokens();
        return tokens.isEmpty()
                ? ""
                : new WordLine(tokens.stream().map(KeptWords::shown).toList()).html();
    }

    private static ShownToken shown(KeptToken token) {
        return new ShownToken(token.text(), token.kept() ? "kept" : "needless", token.kept() ? KEPT : NEEDLESS, "");
    }

    @Override
    public String said(ExplainedKind kind) {
        TokenMask mask = kind.mask().orElseThrow();
        int cls = findings.target().claimedClass().orElse(kind.kind().medoid().predictedClass());
        String whole = new SentenceTable(findings)
                .answer(kind.kind().medoid(), cls, mask.whole().get(cls));
        String masked = "; masked, " + Numbers.shortPercent(mask.masked().get(cls)) + ".";
        return whole + masked + kept(mask) + " " + divergence(mask);
    }

    private static String kept(TokenMask mask) {
        long kept = mask.tokens().stream().filter(KeptToken::kept).count();
        if (mask.keptShare() == 0) {
            return " No word is needed: masked whole, the sentence gets nearly the same answer.";
        }
        return mask.tokens().isEmpty()
                ? " Kept: " + Numbers.wholePercent(mask.keptShare()) + " of the tokens."
                : " Kept: %d of %d tokens (%s)."
                        .formatted(kept, mask.tokens().size(), Numbers.wholePercent(mask.keptShare()));
    }

    private static String divergence(TokenMask mask) {
        String far = String.format(Locale.ROOT, "%.3f", mask.divergence());
        String limit = String.format(Locale.ROOT, "%.3f", mask.allowed());
        return mask.isViolated()
                ? "VIOLATED: divergence " + far + ", more than the " + limit
                        + " allowed. This mask changes what the model says, and so explains nothing."
                : "Divergence " + far + ", at most " + limit + " allowed.";
    }

    @Override
    public String key() {
        return Tables.caption(Html.escape(EXPLANATION));
    }
}
