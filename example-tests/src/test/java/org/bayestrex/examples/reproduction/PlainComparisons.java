/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.model.Tensor;

/**
 * Source and adapted model on inputs as they come: of a generator, labelled by a judge, or of a test set with labels.
 *
 * @param source the source model
 * @param adapted the adapted one
 * @param judge who labels what a generator makes
 */
record PlainComparisons(Classifier source, Classifier adapted, Classifier judge) {

    private static final int DRAWS = 1 << 15;
    private static final int BATCH = 100;
    /** The judge is hardly ever surer than .95. */
    private static final double JUDGE_IS_SURE = .8;

    /** Two comparisons of the same draws: all of them, and those of which the judge is sure. */
    List<PlainComparison> on(DataDistribution generator, String name, long seed) {
        List<ScoredInput> all = new ArrayList<>();
        List<ScoredInput> clear = new ArrayList<>();
        PlainInputs.each(generator, DRAWS, seed, (latents, inputs) -> {
            List<double[]> said = confidences(judge, inputs);
            List<ScoredInput> scored = scored(
                    inputs, said.stream().mapToInt(PlainComparisons::favoured).toArray());
            all.addAll(scored);
            IntStream.range(0, scored.size())
                    .filter(row -> said.get(row)[scored.get(row).label()] >= JUDGE_IS_SURE)
                    .mapToObj(scored::get)
                    .forEach(clear::add);
        });
        return List.of(
                new PlainComparison("%,d plain draws of `%s`, labelled by the judge".formatted(all.size(), name), all),
                new PlainComparison(
                        "those %,d of which the judge is sure (%.1f or more)".formatted(clear.size(), JUDGE_IS_SURE),
                        clear));
    }

    /** Real images with the labels that people gave them. */
    PlainComparison on(DataSet images) {
        List<ScoredInput> all = new ArrayList<>();
        for (int first = 0; first < images.size(); first += BATCH) {
            int count = Math.min(BATCH, images.size() - first);
            int[] labels =
                    IntStream.range(first, first + count).map(images::label).toArray();
            all.addAll(scored(images.batch(first, count), labels));
        }
        return new PlainComparison("%,d test images of MNIST with their labels".formatted(all.size()), all);
    }

    private List<ScoredInput> scored(Tensor inputs, int[] labels) {
        List<double[]> bySource = confidences(source, inputs);
        List<double[]> byAdapted = confidences(adapted, inputs);
        return IntStream.range(0, labels.length)
                .mapToObj(row -> new ScoredInput(bySource.get(row), byAdapted.get(row), labels[row]))
                .toList();
    }

    private static List<double[]> confidences(Classifier classifier, Tensor inputs) {
        Tensor logits = classifier.logits(inputs);
        return IntStream.range(0, logits.shape()[0])
                .mapToObj(row -> {
                    Tensor line = logits.row(row);
                    return Softmax.of(IntStream.range(0, line.size())
                            .mapToDouble(line::get)
                            .toArray());
                })
                .toList();
    }

    private static int favoured(double[] confidences) {
        int best = 0;
        for (int k = 1; k < confidences.length; k++) {
            best = confidences[k] > confidences[best] ? k : best;
        }
        return best;
    }
}
