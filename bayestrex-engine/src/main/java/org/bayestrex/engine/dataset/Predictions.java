/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.dataset;

import java.util.Arrays;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.model.Tensor;

/**
 * What a classifier says about each image of a data set.
 *
 * @param classes number of classes
 * @param logits image after image, length images x classes
 */
record Predictions(int classes, float[] logits) {

    /** Every batch has so many rows, so that an image's logits don't depend on how many come with it. */
    private static final int ROWS = 128;

    /** One forward pass over all images. */
    static Predictions of(Classifier classifier, DataSet dataSet) {
        int classes = 0;
        float[] logits = new float[0];
        for (int from = 0; from < dataSet.size(); from += ROWS) {
            int count = Math.min(ROWS, dataSet.size() - from);
            Tensor answer = classifier.logits(padded(dataSet, from, count));
            int[] shape = answer.shape();
            if (from == 0 && shape.length == 2) {
                classes = shape[1];
                logits = new float[Math.multiplyExact(dataSet.size(), classes)];
            }
            if (shape.length != 2 || shape[0] != ROWS || shape[1] != classes || classes < 2) {
                throw new ModelException(
                        "The classifier %s gave the shape %s for %d images of %s; [%d, classes] is needed"
                                .formatted(classifier.name(), Arrays.toString(shape), ROWS, dataSet.name(), ROWS));
            }
            answer.asBuffer().get(logits, from * classes, count * classes);
        }
        Predictions predictions = new Predictions(classes, logits);
        predictions.requireNumbers(classifier, dataSet);
        return predictions;
    }

    /** Softmax of an image's logits. */
    double[] confidences(int index) {
        double[] row = new double[classes];
        for (int k = 0; k < classes; k++) {
            row[k] = logits[index * classes + k];
        }
        return Softmax.of(row);
    }

    /** Repeats the last image until the batch is full. */
    private static Tensor padded(DataSet dataSet, int from, int count) {
        if (count == ROWS) {
            return dataSet.batch(from, ROWS);
        }
        float[] values = dataSet.values(from, count);
        int width = values.length / count;
        float[] full = Arrays.copyOf(values, ROWS * width);
        for (int row = count; row < ROWS; row++) {
            System.arraycopy(values, values.length - width, full, row * width, width);
        }
        int[] shape = dataSet.batch(from, 1).shape();
        shape[0] = ROWS;
        return Tensor.of(full, shape);
    }

    private void requireNumbers(Classifier classifier, DataSet dataSet) {
        for (int i = 0; i < dataSet.size(); i++) {
            double sum = Arrays.stream(confidences(i)).sum();
            if (Double.isNaN(sum)) {
                throw new ModelException("The classifier %s gives no numbers for image %d of %s: its logits are %s"
                        .formatted(
                                classifier.name(),
                                i,
                                dataSet.name(),
                                Arrays.toString(Arrays.copyOfRange(logits, i * classes, (i + 1) * classes))));
            }
        }
    }
}
