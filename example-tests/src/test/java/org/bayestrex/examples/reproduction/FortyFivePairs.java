/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bayestrex.engine.density.Answer;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.target.Ambiguous;

/**
 * For each of the 45 pairs of classes: are there inputs on which the model is torn between the two, and how often?
 *
 * <p>Nothing but that is asked, so that draws of the posterior are not needed: the same plain draws are counted for all
 * pairs at once, and a search is made only for a pair that they hardly met.
 *
 * @param corpus of which data set
 * @param kind of generator, "vae" or "gan"
 * @param paper number of pairs that the paper found
 */
record FortyFivePairs(Corpus corpus, String kind, int paper) implements Experiment {

    private static final int CLASSES = 10;
    private static final int SIDE = 56;
    private static final int PLAIN = 1 << 18;
    /** A pair that plain draws met less often is searched for. */
    private static final int ENOUGH = 5;

    private static final int PILOT_OF_SEARCH = 1024;
    private static final int DRAWS_OF_SEARCH = 200;

    private static final List<String> HEADER = List.of(
            "pair",
            "",
            "plain draws in the level set",
            "mass by plain draws, exact 95 % interval",
            "mass by a search, 95 % interval");

    private static final List<Reason<List<PairEvidence>>> REASONS = List.of(new Reason<>(
            pairs -> rarer(pairs, 1e-4) > 0,
            pairs -> String.format(
                    Locale.ROOT,
                    "%d of our pairs have a mass below .0001, %d of these below .00001. The paper has one chain of 2,000 steps for"
                            + " each, and a black cell there says that it did not arrive, not that there is nothing. The"
                            + " networks differ as well.",
                    rarer(pairs, 1e-4),
                    rarer(pairs, 1e-5))));

    @Override
    public String name() {
        return "pairs-%s-%s".formatted(corpus.prefix(), kind);
    }

    @Override
    public String title() {
        return "Ambiguous pairs, %s on the %s".formatted(corpus.title(), kind.toUpperCase(Locale.ROOT));
    }

    @Override
    public Section run(Bench bench) throws IOException {
        String classifierName = corpus.model("cnn");
        String generatorName = corpus.model(kind);
        List<String> missing = bench.shelf().missing(classifierName, generatorName);
        if (!missing.isEmpty()) {
            return new Section().missing("this experiment", missing);
        }
        List<PairEvidence> pairs = new ArrayList<>();
        try (Classifier classifier = bench.shelf().classifier(classifierName);
                DataDistribution generator = bench.shelf().generator(generatorName, Set.of())) {
            for (PairTally tally : counted(bench, classifier, generator)) {
                pairs.add(PairEvidence.of(tally, PLAIN, searched(bench, classifier, generator, tally)));
            }
        }
        return told(pairs, bench.shelf().card(classifierName));
    }

    private static List<PairTally> counted(Bench bench, Classifier classifier, DataDistribution generator) {
        Sampling sampling = bench.settings().sampling();
        List<PairTally> tallies = new ArrayList<>();
        for (int first = 0; first < CLASSES; first++) {
            for (int second = first + 1; second < CLASSES; second++) {
                tallies.add(new PairTally(first, second, sampling.sigma()));
            }
        }
        PlainInputs.each(generator, PLAIN, sampling.seed(), (latents, inputs) -> {
            Tensor logits = classifier.logits(inputs);
            for (int row = 0; row < latents.length; row++) {
                Answer answer = new Answer(logits.row(row).toArray(), null);
                double[] confidences = PairTally.confidences(answer);
                for (PairTally tally : tallies) {
                    tally.see(latents[row], answer, confidences, inputs, row);
                }
            }
        });
        bench.tell("  %,d plain draws counted for all pairs".formatted(PLAIN));
        return tallies;
    }

    private static Optional<Findings> searched(
            Bench bench, Classifier classifier, DataDistribution generator, PairTally tally) {
        if (tally.hits() >= ENOUGH) {
            return Optional.empty();
        }
        Sampling usual = bench.settings().sampling();
        Sampling quick = Sampling.of(Method.MIXTURE)
                .withPilot(PILOT_OF_SEARCH)
                .withSeed(usual.seed())
                .withDeadline(usual.deadline());
        Ambiguous target = Ambiguous.between(tally.first(), tally.second());
        return Optional.of(
                bench.search(classifier, generator, target, quick.withDraws(DRAWS_OF_SEARCH / quick.chains())));
    }

    private Section told(List<PairEvidence> pairs, Card card) {
        long found = pairs.stream().filter(PairEvidence::isFound).count();
        long alone = pairs.stream().filter(PairEvidence::isFoundBySearchAlone).count();
        Section section = new Section()
                .paragraph(
                        "%d of %d pairs found; the paper %d. %d of ours were met by plain draws, %d by the search alone."
                                .formatted(found, pairs.size(), paper, found - alone, alone))
                .paragraph(
                        "A pair is found where an input was seen on which both confidences lie between .4 and .6. The paper has no such"
                                + " rule; its black cells are called sampling failures. The mass is how often the generator makes such"
                                + " an input, and no more is asked here: all pairs are counted in the same %,d plain draws, of which the"
                                        .formatted(PLAIN)
                                + " interval is exact, and only a pair that these met less than %d times is searched for, by a mixture that"
                                        .formatted(ENOUGH)
                                + " is fitted in rounds and then weighted. That search has no second sampler beside it. Its draws are too few"
                                + " to speak of the posterior, and R-hat is not asked: what is claimed is that the input is in the level set,"
                                + " and its mass as far as the plain draws do not contradict it. An interval is of its pair alone: of"
                                + " 45 two may miss. What is not found has an upper bound and no more.");
        List<String> remarks = new ArrayList<>();
        if (found != paper) {
            remarks.add("%d against %d: %s".formatted(found, paper, Reason.first(REASONS, pairs)));
        }
        pairs.stream()
                .filter(PairEvidence::isContradicted)
                .map(pair -> "%s: the search and the plain draws contradict each other; trust the plain draws."
                        .formatted(pair.name(card)))
                .forEach(remarks::add);
        return section.bullets(remarks)
                .table(HEADER, pairs.stream().map(pair -> pair.row(card)).toList())
                .figure(
                        grid(pairs),
                        "The likeliest input that was seen of each pair; rows: the lower class, columns: the higher one. Below"
                                + " each the mass of its level set. Crossed out: none was seen.");
    }

    private static byte[] grid(List<PairEvidence> pairs) {
        List<ImageGrid.Cell> cells = new ArrayList<>();
        int next = 0;
        for (int row = 0; row < CLASSES - 1; row++) {
            for (int column = 1; column < CLASSES; column++) {
                cells.add(column > row ? pairs.get(next++).cell() : ImageGrid.Cell.BLANK);
            }
        }
        return new ImageGrid(CLASSES - 1, SIDE, cells).png();
    }

    private static long rarer(List<PairEvidence> pairs, double limit) {
        return pairs.stream()
                .filter(pair -> pair.isFound() && pair.largestMass() < limit)
                .count();
    }
}
