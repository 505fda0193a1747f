/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.dataset;

import java.util.OptionalInt;

/**
 * An image of the data set that was found, and what the model says of it.
 *
 * @param index its number in the data set, from 0: {@code dataSet.image(index)} is its picture
 * @param label its class; empty where the data set has no labels
 * @param predicted the class with the highest confidence
 * @param confidences probability of each class, in [0, 1], summing to 1; not to be written to
 */
public record FoundImage(int index, OptionalInt label, int predicted, double[] confidences) {

    /** Confidence in the predicted class. */
    public double confidence() {
        return confidences[predicted];
    }
}
