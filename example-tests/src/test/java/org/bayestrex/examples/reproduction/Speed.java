/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.time.Duration;
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

    /** As short as shows what a step costs: such chains have not converged, and the table says so. */
    private static final int CHAINS_OF_NUTS = 2;

    private static final int WARM_UP_OF_NUTS = 30;
    private static final int DRAWS_OF_NUTS = 60;
    /** NUTS is slow on these targets, and without a draw there is no number. */
    private static final int PATIENCE = 3;

    private static final List<String> HEADER = List.of(
            "data set",
            "generator",
            "looked for",
            "method",
            "draws",
            "evaluations",
            "with gradient",
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
                                + " all of the search's time, the pilot, adaptation and warm-up included, over the draws handed out."
                                + " Seconds are of the processor, of all threads together: on a machine that does other work as well the"
                                + " clock counts that work. So these are seconds of one core. NUTS is run for a few draws only, to see"
                                + " what one costs with the same networks, and is nowhere near done.")
                .paragraph(Machine.describe() + " Load average before: " + Machine.load() + ".");
        List<List<String>> rows = new ArrayList<>();
        for (Corpus corpus : Corpus.values()) {
            double paper = corpus == Corpus.MNIST ? 1.18 : 1.96;
            for (String kind : List.of("vae", "gan")) {
                List<String> missing = bench.shelf().missing(corpus.model("cnn"), corpus.model(kind));
                section.missing(corpus.title() + " on the " + kind, missing);
                if (missing.isEmpty()) {
                    rows.addAll(rows(bench, corpus, kind, paper));
                }
            }
        }
        return section.table(HEADER, rows)
                .paragraph(
                        "Load average after: " + Machine.load()
                                + ". With more than there are cores, caches are shared too, and even processor time is too high.");
    }

    private static List<List<String>> rows(Bench bench, Corpus corpus, String kind, double paper) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        Sampling usual = bench.settings().sampling();
        Sampling nuts = Sampling.of(Method.NUTS)
                .withChains(CHAINS_OF_NUTS)
                .withWarmup(WARM_UP_OF_NUTS)
                .withDraws(DRAWS_OF_NUTS)
                .withSeed(usual.seed())
                .withDeadline(usual.deadline().multipliedBy(PATIENCE));
        List<Sampling> samplings = kind.equals("vae") ? List.of(usual, nuts) : List.of(usual);
        try (Classifier classifier = bench.shelf().classifier(corpus.model("cnn"));
                DataDistribution generator = bench.shelf().generator(corpus.model(kind), Set.of())) {
            for (Target target : List.of(HighConfidence.of(4), Ambiguous.between(8, 9))) {
                for (Sampling sampling : samplings) {
                    Duration before = Machine.processorTime();
                    Findings findings = bench.search(classifier, generator, target, sampling);
                    Duration taken = Machine.processorTime().minus(before);
                    rows.add(row(corpus, kind, paper, findings, taken.toMillis() / 1e3));
                }
            }
        }
        return rows;
    }

    private static List<String> row(Corpus corpus, String kind, double paper, Findings findings, double seconds) {
        int draws = findings.samples().size();
        double effective = draws == 0 ? Double.NaN : Spread.effective(findings);
        return List.of(
                corpus.title(),
                kind,
                findings.target().describe(),
                findings.spec().sampling().method().name(),
                Shown.count(draws),
                Shown.count(findings.evaluations()),
                Shown.count(findings.effort().gradients()),
                Shown.digits(seconds),
                draws == 0 ? "none" : Shown.digits(seconds / draws),
                Shown.two(paper),
                draws == 0 ? "none" : Shown.digits(Math.floor(effective)),
                draws == 0 ? "none" : Shown.digits(effective / seconds),
                Shown.two(1 / paper),
                Shown.converged(findings));
    }
}
