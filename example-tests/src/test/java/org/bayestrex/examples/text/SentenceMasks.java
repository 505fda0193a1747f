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

    /** Of each start: gates go on parting after 1,600. */
    private static final int STEPS = 2400;

    /** Seeds differ widely in how many gates they close; which is better is told by what is held back. */
    private static final int STARTS = 3;

    /** Of the sentences that are learned on and explained: longer ones cost more and tell the same. */
    private static final int MOST_PIECES = 12;

    /** All that are short enough: a tenth of them is held back, and sixty were too few to choose among the looks by. */
    private static final int LEARNED_ON = 1000;

    /** So that some fifty steps have read every sentence; the time of a step grows with it. */
    private static final int BATCH = 16;

    /** A quarter of the width, as in the paper. */
    private static final int PROBE = 96;

    /** Three times the paper's; with ten times as much, all gates of such wide states are shut after a few steps and stay so. */
    private static final double RATE = 1e-3;

    /** The paper's. */
    private static final double BASELINE_RATE = 3e-4;

    /** Ten times the paper's: a layer takes one step in four, and its multiplier has to rise as fast as the gates close. */
    private static final double MULTIPLIER_RATE = 3;

    /** Half of what is allowed, so that it is met on sentences that nothing was learned on. */
    private static final double AIM = .5;

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

    DiffMask learn(LabelledSentences sentences, long seed) {
        MaskSettings settings = MaskSettings.amortised(Masking.INPUT, EPSILON, LAYERS)
                .withSteps(STEPS)
                .withBatch(BATCH)
                .withProbe(PROBE)
                .withRates(RATE, BASELINE_RATE)
                .withMultiplier(0, MULTIPLIER_RATE)
                .withAim(AIM)
                .withCheck(CHECK)
                .withSeed(seed);
        return DiffMask.train(model, pieces.batch(shortOnes(sentences.training(), LEARNED_ON)), settings, STARTS);
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
