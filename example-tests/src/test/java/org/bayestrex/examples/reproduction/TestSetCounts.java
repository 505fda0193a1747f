/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.bayestrex.engine.dataset.AmbiguousPairs;
import org.bayestrex.engine.dataset.ConfidentErrors;
import org.bayestrex.engine.dataset.DataSetSearch;
import org.bayestrex.engine.dataset.FoundImage;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.rate.Rate;

/**
 * The same questions asked of the real test set (section 4.10).
 *
 * @param corpus of which data set
 * @param paperErrors number of confident errors that the paper found
 * @param paperImages number of ambiguous images that it found
 * @param paperPairs of how many pairs of classes these were
 */
record TestSetCounts(Corpus corpus, int paperErrors, int paperImages, int paperPairs) implements Experiment {

    private static final double CONFIDENT = .85;
    private static final double LOW = .4;
    private static final double HIGH = .6;
    private static final int SHOWN = 24;
    private static final int COLUMNS = 8;
    private static final int SIDE = 104;

    private static final List<Reason<Counts>> ERRORS = List.of(
            new Reason<>(
                    counts -> counts.allErrors() < counts.paper(),
                    counts ->
                            "Another classifier: ours makes %d errors in all, of whatever confidence, fewer than the paper counts."
                                    .formatted(counts.allErrors())),
            new Reason<>(
                    counts -> counts.allErrors() > counts.paper(),
                    counts -> "Another classifier: ours makes %d errors in all, %d of them with such confidence."
                            .formatted(counts.allErrors(), counts.found())));

    private record Counts(int found, int paper, int size, long allErrors) {

        Rate rate() {
            return ClopperPearson.of(found, size, "images");
        }

        /** Whether the paper's count may come from the same rate: two counts of as many images, the difference in z. */
        boolean agrees() {
            return Math.abs(found - paper) <= 1.96 * Math.sqrt(found + paper);
        }
    }

    @Override
    public String name() {
        return "test-set-" + corpus.prefix();
    }

    @Override
    public String title() {
        return "Section 4.10, " + corpus.title() + ": the same questions asked of the test set";
    }

    @Override
    public Section run(Bench bench) throws IOException {
        String name = corpus.model("cnn");
        List<String> missing = bench.shelf().missing(name);
        List<String> files = bench.missingTestSet(corpus);
        if (!missing.isEmpty() || !files.isEmpty()) {
            return new Section()
                    .missing("this experiment", missing)
                    .missing("this experiment", files)
                    .paragraph(
                            "`make -C example-tests/training data` fetches the images; `-Dreproduction.data=FOLDER` names"
                                    + " another place.");
        }
        try (Classifier classifier = bench.shelf().classifier(name)) {
            return told(
                    DataSetSearch.of(classifier, bench.testSet(corpus)),
                    bench.shelf().card(name));
        }
    }

    private Section told(DataSetSearch search, Card card) {
        ConfidentErrors errors = search.confidentErrors(CONFIDENT);
        AmbiguousPairs pairs = search.ambiguousPairs(LOW, HIGH);
        int size = search.dataSet().size();
        long wrong = Math.round(size * (1 - search.accuracy().estimate()));
        Counts confident = new Counts(errors.errors().size(), paperErrors, size, wrong);
        Counts images = new Counts(pairs.images(), paperImages, size, wrong);
        Section section = new Section()
                .table(
                        List.of(
                                "of %,d test images".formatted(size),
                                "paper",
                                "here",
                                "rate, 95 % interval",
                                "same rate"),
                        List.of(
                                List.of(
                                        "wrong with a confidence of .85 or more",
                                        String.valueOf(paperErrors),
                                        String.valueOf(confident.found()),
                                        Shown.rate(confident.rate()),
                                        confident.agrees() ? "yes" : "no"),
                                List.of(
                                        "two classes between .4 and .6",
                                        String.valueOf(paperImages),
                                        String.valueOf(images.found()),
                                        Shown.rate(images.rate()),
                                        images.agrees() ? "yes" : "no"),
                                List.of(
                                        "pairs of classes among these, of %d"
                                                .formatted(pairs.pairs().size()),
                                        String.valueOf(paperPairs),
                                        String.valueOf(pairs.found().size()),
                                        "",
                                        ""),
                                List.of("right", "", "", Shown.rate(search.accuracy()), "")))
                .paragraph(
                        "\"Same rate\" is whether the two counts differ by less than 1.96 standard errors of their difference.");
        if (!confident.agrees()) {
            section.bullets(List.of(
                    "%d against %d: %s".formatted(confident.found(), paperErrors, Reason.first(ERRORS, confident))));
        }
        if (!images.agrees()) {
            section.bullets(List.of("%d images against %d: another classifier, whose accuracy here is %s."
                    .formatted(images.found(), paperImages, Shown.rate(search.accuracy()))));
        }
        return section.figure(
                grid(search, card, errors.errors()),
                "Predicted wrongly with a confidence of .85 or more, most confident first: label, then prediction. Some"
                        + " labels are wrong, or nobody could tell.");
    }

    private static byte[] grid(DataSetSearch search, Card card, List<FoundImage> images) {
        List<ImageGrid.Cell> cells = images.stream()
                .limit(SHOWN)
                .map(image -> new ImageGrid.Cell(
                        search.dataSet().image(image.index()),
                        "%s:\n%s".formatted(label(card, image), prediction(card, image))))
                .toList();
        return new ImageGrid(COLUMNS, SIDE, cells).png();
    }

    private static String label(Card card, FoundImage image) {
        return image.label().isPresent() ? card.name(image.label().getAsInt()) : "?";
    }

    private static String prediction(Card card, FoundImage image) {
        return String.format(Locale.ROOT, "%s %.2f", card.name(image.predicted()), image.confidence());
    }
}
