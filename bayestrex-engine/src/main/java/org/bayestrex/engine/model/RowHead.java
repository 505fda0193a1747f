/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

/**
 * A head that speaks of rows, asked for a whole batch.
 *
 * @param head of one row
 * @param rows of the batch
 */
record RowHead(InputGradient.Head head, int rows) implements LatentClassifier.Head {

    @Override
    public float[] cotangents(float[] logits) {
        int classes = logits.length / rows;
        float[] all = new float[logits.length];
        double[] row = new double[classes];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < classes; k++) {
                row[k] = logits[i * classes + k];
            }
            double[] cotangents = head.cotangents(i, row);
            for (int k = 0; k < classes; k++) {
                all[i * classes + k] = (float) cotangents[k];
            }
        }
        return all;
    }
}
