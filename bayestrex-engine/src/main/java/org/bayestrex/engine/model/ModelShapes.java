/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.Arrays;

/** What shapes the models must have, said in one place. */
final class ModelShapes {

    private ModelShapes() {}

    /** Number of classes, from the shape that a classifier gave for a batch of one. */
    static int classes(Classifier classifier, int[] shape) {
        if (shape.length != 2 || shape[0] != 1 || shape[1] < 2) {
            throw wrongOutput(classifier.name(), 1, shape);
        }
        int declared = classifier.labels().size();
        if (declared != 0 && declared != shape[1]) {
            throw new ModelException("The classifier %s has %d outputs, but %d labels were given: %s"
                    .formatted(classifier.name(), shape[1], declared, classifier.labels()));
        }
        return shape[1];
    }

    static ModelException wrongOutput(String classifier, int rows, int[] shape) {
        return new ModelException(("The classifier %s gave the shape %s for a batch of %d; "
                        + "logits of the shape [%d, classes] with two classes or more are needed")
                .formatted(classifier, Arrays.toString(shape), rows, rows));
    }
}
