/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

/**
 * What two models say of an input, and what it is.
 *
 * @param source the source model's confidences
 * @param adapted the adapted model's confidences
 * @param label the true class, by whoever knows it
 */
record ScoredInput(double[] source, double[] adapted, int label) {

    /** One of the two models. */
    enum Model {
        SOURCE,
        ADAPTED;

        double[] confidences(ScoredInput input) {
            return this == SOURCE ? input.source : input.adapted;
        }

        Model other() {
            return this == SOURCE ? ADAPTED : SOURCE;
        }

        /** The class that it holds likeliest. */
        int favoured(ScoredInput input) {
            double[] confidences = confidences(input);
            int best = 0;
            for (int k = 1; k < confidences.length; k++) {
                best = confidences[k] > confidences[best] ? k : best;
            }
            return best;
        }

        /** Its confidence in that class. */
        double confidence(ScoredInput input) {
            return confidences(input)[favoured(input)];
        }

        boolean isRight(ScoredInput input) {
            return favoured(input) == input.label;
        }
    }
}
