/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.TextPart;

/**
 * Which words a model's answer hangs on: each token is taken away in turn, the others move together, and the model is asked again
 * (Li, Monroe and Jurafsky 2016, Understanding neural networks through representation erasure). Forward passes only. One token at a
 * time: of two words that say the same neither seems to matter.
 *
 * @param cls the class
 * @param logOdds of the class, log(p / (1 - p)), of the whole text
 * @param confidence in the class, of the whole text, in [0, 1]
 * @param tokens what is left without each of them, in their order; none where the distribution cannot cut its texts
 * @since 0.1
 */
public record TokenRemoval(int cls, double logOdds, double confidence, List<RemovedToken> tokens) {

    private static final ClassScore SCORE = ClassScore.LOG_ODDS;

    public TokenRemoval {
        tokens = List.copyOf(tokens);
    }

    /**
     * Takes away each token of each text; all of them share batches.
     *
     * @param distribution says what a text consists of; its monitor and the classifier's are held while they are asked
     * @param claims texts and their classes
     * @return in the order of the claims
     * @throws org.bayestrex.engine.model.ModelException when the model throws
     * @throws IllegalArgumentException when a class does not exist
     */
    public static List<TokenRemoval> of(Classifier classifier, DataDistribution distribution, List<Claim> claims) {
        List<List<TextPart>> parts = new ArrayList<>();
        synchronized (distribution) {
            claims.forEach(claim -> parts.add(distribution.partsOf(claim.input())));
        }
        List<Claim> variants = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim whole = claims.get(i);
            variants.add(whole);
            parts.get(i).forEach(part -> variants.add(new Claim(part.without(), whole.cls())));
        }
        Passes passes = new Passes(classifier, variants, SCORE);
        float[][] inputs = passes.inputs();
        double[][] scores =
                passes.scores(1, (claim, variant, input) -> System.arraycopy(inputs[claim], 0, input, 0, input.length));
        List<TokenRemoval> removals = new ArrayList<>();
        int row = 0;
        for (int i = 0; i < claims.size(); i++) {
            double whole = scores[row++][0];
            List<RemovedToken> tokens = new ArrayList<>();
            for (TextPart part : parts.get(i)) {
                double rest = scores[row++][0];
                tokens.add(new RemovedToken(part.text(), probability(rest), whole - rest));
            }
            removals.add(new TokenRemoval(claims.get(i).cls(), whole, probability(whole), tokens));
        }
        return List.copyOf(removals);
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** The tokens that matter most first, whichever way they speak. */
    public List<RemovedToken> ranked() {
        return tokens.stream()
                .sorted(Comparator.comparingDouble((RemovedToken token) -> Math.abs(token.drop()))
                        .reversed())
                .toList();
    }
}
