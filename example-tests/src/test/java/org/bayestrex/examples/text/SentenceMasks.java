/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.explain.mask.DiffMask;
import org.bayestrex.engine.explain.mask.LayerMasks;
import org.bayestrex.engine.explain.mask.MaskSettings;
import org.bayestrex.engine.explain.mask.Masking;
import org.bayestrex.engine.model.Tensor;

/** Masks of the words of reviews, by what each layer of the sentiment model knows. */
final class SentenceMasks implements AutoCloseable {

    /** How far the masked prediction may be from the model's own, in nats: as for pictures. */
    static final double EPSILON = .1;

    /** Gates part after 600; the masks of these steps are the last ones of 1,600 that meet the constraint on what is held back. */
    static final int STEPS = 800;

    /** Of the sentences that are learned on and explained: longer ones cost more and tell the same. */
    private static final int MOST_PIECES = 12;

    /** A tenth of them is held back, to choose among the looks by. */
    private static final int LEARNED_ON = 600;

    /** So that thirty-four steps have read every sentence; the time of a step grows with it. */
    private static final int BATCH = 16;

    /** A quarter of the width, as in the paper. */
    private static final int PROBE = 96;

    /** The paper's: with ten times as much, all gates of such wide states are shut after a few steps and stay so. */
    private static final double RATE = 3e-4;

    /** More than the paper's .3: a layer takes one step in four, and its multiplier has to rise as fast as the gates close. */
    private static final double MULTIPLIER_RATE = 1;

    /** Steps after which the constraint is met come and go. A look costs as much as seven steps. */
    private static final int CHECK = 50;

    /** Every second one: a step takes one of them by chance, so each has a quarter of the steps and not a seventh. */
    private static final Integer[] LAYERS = {0, 2, 4, 6};

    private final WordPieces pieces = new WordPieces();
    private final MiniLmSentiment classifier;
    private final MaskableSentences model;

    SentenceMasks(Path models) {
        classifier = new MiniLmSentiment(models.resolve("minilm-sentiment.npz"));
        model = new MaskableSentences(classifier);
    }

    List<String> labels() {
        return classifier.labels();
    }

    /** Those that are short enough, at most so many. */
    List<String> shortOnes(List<LabelledSentences.Labelled> sentences, int most) {
        return sentences.stream()
                .map(LabelledSentences.Labelled::text)
                .filter(text -> pieces.of(text).length <= MOST_PIECES)
                .limit(most)
                .toList();
    }

    DiffMask learn(LabelledSentences sentences, int steps, long seed) {
        MaskSettings settings = MaskSettings.amortised(Masking.INPUT, EPSILON, LAYERS)
                .withSteps(steps)
                .withBatch(BATCH)
                .withProbe(PROBE)
                .withRates(RATE, RATE)
                .withMultiplier(0, MULTIPLIER_RATE)
                .withCheck(CHECK)
                .withSeed(seed);
        return DiffMask.train(model, pieces.batch(shortOnes(sentences.training(), LEARNED_ON)), settings);
    }

    /** The masks at each layer. */
    List<LayerMasks> explain(DiffMask masks, List<String> sentences) {
        return masks.explain(pieces.batch(sentences));
    }

    /** What gates and elimination make of sentences, each by itself. */
    LoneSentenceTable alone(List<String> sentences) {
        return new LoneSentenceTable(model, pieces.batch(sentences));
    }

    /** The same, sentence by sentence. */
    List<MaskedSentence> bySentence(List<String> sentences, List<LayerMasks> layers) {
        Tensor ids = pieces.batch(sentences);
        return IntStream.range(0, sentences.size())
                .mapToObj(row -> MaskedSentence.of(pieces.pieces(sentences.get(row)), ids.row(row), layers, row))
                .toList();
    }

    @Override
    public void close() {
        pieces.close();
        classifier.close();
    }
}
