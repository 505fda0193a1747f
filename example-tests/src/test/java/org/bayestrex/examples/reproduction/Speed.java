/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;

/** What a draw costs, beside the paper's seconds for each step of its chain. */
final class Speed implements Experiment {

    private static final int WARM_UP_OF_NUTS = 150;
    /** Few, so that they leave their warm-up in the time that a search has. */
    private static final int CHAINS_OF_NUTS = 4;

    private static final List<String> GENERATORS = List.of("vae", "gan");

    private static final List<String> HEADER = List.of(
            "data set",
            "generator",
            "looked for",
            "method",
            "draws",
            "seconds",
            "seconds a draw",
            "paper, seconds a step",
            "effective draws",
            "effective a second",
            "paper, at most",
            "converged");

    @Override
    public String name() {
        return "speed";
    }

    @Override
    public String title() {
        return "Seconds a draw";
    }

    @Override
    public Section run(Bench bench) throws IOException {
        Section section = new Section()
                .paragraph(
                        "The paper: seconds for a step of Pyro's NUTS, one chain, on a GTX 1080. A step gives one draw at most,"
                                + " and how many independent ones they are worth is not given; so \"paper, at most\" is one over it. Here:"
                                + " all of the search's time, the pilot, adaptation and warm-up included, over the draws handed out.")
                .paragraph(Machine.describe() + " Load average before: " + Machine.load() + ".");
        List<List<String>> rows = new ArrayList<>();
        for (Corpus corpus : Corpus.values()) {
            double paper = corpus == Corpus.MNIST ? 1.18 : 1.96;
            for (String kind : GENERATORS) {
                List<String> missing = bench.shelf().missing(corpus.model("cnn"), corpus.model(kind));
                section.missing(corpus.title() + " on the " + kind, missing);
                if (missing.isEmpty()) {
                    rows.addAll(rows(bench, corpus, kind, paper));
                }
            }
        }
        return section.table(HEADER, rows)
                .paragraph("Load average after: " + Machine.load()
                        + ". With more than there are cores, times are those of a busy machine.");
    }

    private static List<List<String>> rows(Bench bench, Corpus corpus, String kind, double paper) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        Sampling usual = bench.settings().sampling();
        Sampling nuts = Sampling.of(Method.NUTS)
                .withChains(CHAINS_OF_NUTS)
                .withWarmup(WARM_UP_OF_NUTS)
                .withSeed(usual.seed())
                .withDeadline(usual.deadline());
        try (Classifier classifier = bench.shelf().classifier(corpus.model("cnn"));
                DataDistribution generator = bench.shelf().generator(corpus.model(kind), Set.of())) {
            for (Target target : List.of(HighConfidence.of(4), Ambiguous.between(8, 9))) {
                for (Sampling sampling : List.of(usual, nuts)) {
                    rows.add(row(corpus, kind, paper, bench.search(classifier, generator, target, sampling)));
                }
            }
        }
        return rows;
    }

    private static List<String> row(Corpus corpus, String kind, double paper, Findings findings) {
        double seconds = findings.elapsed().toMillis() / 1e3;
        int draws = findings.samples().size();
        double effective = draws == 0 ? Double.NaN : Spread.effective(findings);
        return List.of(
                corpus.title(),
                kind,
                findings.target().describe(),
                findings.spec().sampling().method().name(),
                Shown.count(draws),
                Shown.digits(seconds),
                draws == 0 ? "none" : Shown.digits(seconds / draws),
                Shown.two(paper),
                draws == 0 ? "none" : Shown.digits(Math.floor(effective)),
                draws == 0 ? "none" : Shown.digits(effective / seconds),
                Shown.two(1 / paper),
                Shown.converged(findings));
    }
}
