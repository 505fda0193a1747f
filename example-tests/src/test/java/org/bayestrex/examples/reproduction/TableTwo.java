/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Interpolated;
import org.bayestrex.engine.target.Target;

/** The searches of the paper's table 2, with its numbers; on both kinds of generator where the paper does not insist on one. */
final class TableTwo {

    private static final List<String> BOTH = List.of("vae", "gan");
    private static final double NOT_GIVEN = Double.NaN;

    private TableTwo() {}

    static List<ConfidenceCase> of(Corpus corpus) {
        return corpus == Corpus.MNIST ? mnist() : fashion();
    }

    private static List<ConfidenceCase> mnist() {
        Corpus corpus = Corpus.MNIST;
        List<ConfidenceCase> cases = new ArrayList<>();
        for (String kind : BOTH) {
            cases.add(usual(corpus, "confident in 4", kind, card -> HighConfidence.of(4), paper(4, 1, .01)));
            cases.add(usual(
                    corpus,
                    "torn between 1 and 7",
                    kind,
                    card -> Ambiguous.between(1, 7),
                    paper(1, .49, .02),
                    paper(7, .49, .03)));
            cases.add(usual(
                    corpus,
                    "between 8 and 9 at .6 and .4",
                    kind,
                    card -> new Interpolated(8, 9, .4),
                    paper(8, .58, .04),
                    paper(9, .37, .04)));
        }
        for (String kind : BOTH) {
            cases.add(without(corpus, "confident in 8, which is excluded", kind, 8, paper(8, .98, .02)));
        }
        cases.add(novel(corpus, "confident in 6, a novel class being shown", 6));
        for (String lenet : List.of("digits-lenet-source", "digits-lenet-adda")) {
            cases.add(new ConfidenceCase(
                    "confident in 5, domain adaptation: " + lenet,
                    lenet,
                    corpus.model("gan"),
                    Set.of(),
                    card -> HighConfidence.of(5),
                    false,
                    List.of(paper(5, 1, NOT_GIVEN))));
        }
        return cases;
    }

    private static List<ConfidenceCase> fashion() {
        Corpus corpus = Corpus.FASHION;
        List<ConfidenceCase> cases = new ArrayList<>();
        for (String kind : BOTH) {
            cases.add(usual(corpus, "confident in coat (4)", kind, card -> HighConfidence.of(4), paper(4, .98, .02)));
            cases.add(usual(
                    corpus,
                    "torn between T-shirt (0) and dress (3)",
                    kind,
                    card -> Ambiguous.between(0, 3),
                    paper(0, .48, .02),
                    paper(3, .48, .02)));
            cases.add(usual(
                    corpus,
                    "between T-shirt (0) and trouser (1) at .2 and .8",
                    kind,
                    card -> new Interpolated(0, 1, .8),
                    paper(0, .17, .04),
                    paper(1, .79, .04)));
        }
        cases.add(without(corpus, "confident in bag (8), which is excluded", "gan", 8, paper(8, .97, .03)));
        cases.add(novel(corpus, "confident in sandal (5), a novel class being shown", 5));
        return cases;
    }

    private static ConfidenceCase usual(
            Corpus corpus, String what, String kind, Function<Card, Target> target, PaperConfidence... paper) {
        return new ConfidenceCase(
                what, corpus.model("cnn"), corpus.model(kind), Set.of(), target, false, List.of(paper));
    }

    private static ConfidenceCase without(
            Corpus corpus, String what, String kind, int excluded, PaperConfidence paper) {
        return new ConfidenceCase(
                what,
                corpus.model("cnn"),
                corpus.model(kind + "-without-" + excluded),
                Set.of(excluded),
                card -> HighConfidence.of(excluded),
                true,
                List.of(paper));
    }

    private static ConfidenceCase novel(Corpus corpus, String what, int cls) {
        return new ConfidenceCase(
                what,
                corpus.model("cnn-novel"),
                corpus.model("gan-novel"),
                Set.of(),
                card -> HighConfidence.of(card.output(cls)),
                true,
                List.of(paper(cls, 1, NOT_GIVEN)));
    }

    private static PaperConfidence paper(int cls, double mean, double deviation) {
        return new PaperConfidence(cls, mean, deviation);
    }
}
