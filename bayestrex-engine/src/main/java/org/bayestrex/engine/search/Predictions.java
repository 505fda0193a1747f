/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.model.Tensor;

/** What a classifier says of inputs that are there already. */
final class Predictions {

    private Predictions() {}

    /** The probabilities of each input, in order. */
    static List<double[]> of(Classifier classifier, List<Tensor> inputs) {
        return logits(classifier, inputs).stream().map(Softmax::of).toList();
    }

    /** The logits of each input, in order. */
    static List<double[]> logits(Classifier classifier, List<Tensor> inputs) {
        List<double[]> answers = new ArrayList<>(inputs.size());
        for (int from = 0; from < inputs.size(); from += PairedModels.FORWARD_ROWS) {
            int to = Math.min(inputs.size(), from + PairedModels.FORWARD_ROWS);
            Tensor logits;
            synchronized (classifier) {
                logits = classifier.logits(Tensor.stacked(inputs.subList(from, to)));
            }
            int rows = logits.shape().length == 2 ? logits.shape()[0] : -1;
            if (rows != to - from) {
                throw new ModelException("%s gave %s for a batch of %d inputs; a row of logits for each is expected"
                        .formatted(classifier.name(), logits, to - from));
            }
            for (int i = 0; i < rows; i++) {
                answers.add(doubles(logits.row(i)));
            }
        }
        return answers;
    }

    /** The class with the highest probability, the first of several. */
    static int favoured(double[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            best = probabilities[k] > probabilities[best] ? k : best;
        }
        return best;
    }

    private static double[] doubles(Tensor row) {
        double[] values = new double[row.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = row.get(k);
        }
        return values;
    }
}
