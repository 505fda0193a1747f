/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.bayestrex.examples.text.LabelledSentences.Labelled;

/**
 * Learns the head of {@link MiniLmSentiment} and writes it with its card. The penalty is chosen by what a head learned from
 * three quarters of the training sentences says about the fourth; the held-out sentences are looked at once, for the card.
 */
final class SentimentTraining {

    private static final List<Float> PENALTIES = List.of(.1f, .03f, .01f, .003f, .001f, .0003f);
    private static final int PARTS = 4;

    private final float[] features;
    private final int[] labels;

    private SentimentTraining(float[] features, int[] labels) {
        this.features = features;
        this.labels = labels;
    }

    /**
     * Arguments: the folder of the sentences, the folder of the models.
     *
     * @throws IOException when the card cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        LabelledSentences sentences = LabelledSentences.read(Path.of(arguments[0]));
        Path models = Path.of(arguments[1]);
        try (SentenceFeatures reader = new SentenceFeatures()) {
            List<Labelled> training = sentences.training();
            SentimentTraining all = new SentimentTraining(features(reader, training), labels(training));
            float penalty = all.bestPenalty();
            SentimentHead head = HeadLearning.learn(all.features, all.labels, penalty);
            Path file = models.resolve("minilm-sentiment.npz");
            head.write(file);
            List<Labelled> heldOut = sentences.heldOut();
            double[] positive = SentimentTraining.positive(head, features(reader, heldOut));
            new SentimentCard(training.size(), penalty, heldOut, positive).write(file);
        }
    }

    private static float[] features(SentenceFeatures reader, List<Labelled> sentences) {
        return reader.of(sentences.stream().map(Labelled::text).toList());
    }

    private static int[] labels(List<Labelled> sentences) {
        return sentences.stream().mapToInt(Labelled::label).toArray();
    }

    private float bestPenalty() {
        float best = 0;
        double most = -1;
        for (float penalty : PENALTIES) {
            double right = validated(penalty);
            System.out.printf("penalty %s: %.4f right%n", penalty, right);
            if (right > most) {
                best = penalty;
                most = right;
            }
        }
        return best;
    }

    private double validated(float penalty) {
        SentimentTraining kept = rows(row -> row % PARTS != 0);
        SentimentTraining left = rows(row -> row % PARTS == 0);
        double[] positive = positive(HeadLearning.learn(kept.features, kept.labels, penalty), left.features);
        return IntStream.range(0, positive.length)
                        .filter(row -> (positive[row] > .5 ? 1 : 0) == left.labels[row])
                        .count()
                / (double) positive.length;
    }

    private SentimentTraining rows(IntPredicate chosen) {
        int[] rows = IntStream.range(0, labels.length).filter(chosen).toArray();
        float[] some = new float[rows.length * MiniLm.WIDTH];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(features, rows[i] * MiniLm.WIDTH, some, i * MiniLm.WIDTH, MiniLm.WIDTH);
        }
        return new SentimentTraining(
                some, Arrays.stream(rows).map(row -> labels[row]).toArray());
    }

    /** How much a head believes in class 1, of each row. */
    private static double[] positive(SentimentHead head, float[] features) {
        return IntStream.range(0, features.length / MiniLm.WIDTH)
                .mapToDouble(row -> {
                    double logit = head.bias()[1] - head.bias()[0];
                    for (int j = 0; j < MiniLm.WIDTH; j++) {
                        logit += (head.weight()[MiniLm.WIDTH + j] - head.weight()[j])
                                * (double) features[row * MiniLm.WIDTH + j];
                    }
                    return 1 / (1 + Math.exp(-logit));
                })
                .toArray();
    }
}
