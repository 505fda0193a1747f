/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.stream.IntStream;

/**
 * What two models do where each of them is confident in one class.
 *
 * @param cls the class
 * @param candidate inputs of the level set of the model under test
 * @param baseline inputs of the level set of the other model
 */
public record ClassEvidence(int cls, LevelSet candidate, LevelSet baseline) {

    /** Whether both models could be scored. */
    public boolean isPaired() {
        return !candidate.isEmpty() && !baseline.isEmpty();
    }

    /** Draws of one model's level set, with the truth about both models at each. */
    public static final class LevelSet {

        private final ConfidentDraws draws;
        private final boolean[][] right;
        private final boolean[][] otherRight;
        private final double[][] otherConfidence;
        private final String missing;

        private LevelSet(
                ConfidentDraws draws,
                boolean[][] right,
                boolean[][] otherRight,
                double[][] otherConfidence,
                String missing) {
            this.draws = draws;
            this.right = right;
            this.otherRight = otherRight;
            this.otherConfidence = otherConfidence;
            this.missing = missing;
        }

        /**
         * Labelled draws; all arrays are chains x draws, as the weights are, one chain where draws are independent.
         *
         * @param draws of the level set, with weights
         * @param right whether the class is the true one
         * @param otherRight whether the other model's most likely class is the true one
         * @param otherConfidence the other model's confidence in its most likely class, in [0, 1]
         */
        public static LevelSet of(
                ConfidentDraws draws, boolean[][] right, boolean[][] otherRight, double[][] otherConfidence) {
            if (draws.count() == 0) {
                throw new IllegalArgumentException("A level set without a labelled draw needs a reason; say none(...)");
            }
            return new LevelSet(draws, copy(right), copy(otherRight), copy(otherConfidence), "");
        }

        /** Nothing that could be scored, and why: "no draw in the level set". */
        public static LevelSet none(String reason) {
            return new LevelSet(
                    ConfidentDraws.independent(new double[0]),
                    new boolean[1][0],
                    new boolean[1][0],
                    new double[1][0],
                    reason);
        }

        /** Why there is nothing; empty where there is something. */
        String missing() {
            return missing;
        }

        boolean isEmpty() {
            return !missing.isEmpty();
        }

        Rate accuracy() {
            return isEmpty() ? Rate.unknown(missing) : draws.share(right, "labelled draws in the level set");
        }

        Rate otherAccuracy() {
            return isEmpty() ? Rate.unknown(missing) : draws.share(otherRight, "labelled draws in the level set");
        }

        Rate otherConfidence() {
            return isEmpty() ? Rate.unknown(missing) : draws.mean(otherConfidence, "draws in the level set");
        }

        MeanShare.Part accuracyPart() {
            return draws.part(right);
        }

        MeanShare.Part otherAccuracyPart() {
            return draws.part(otherRight);
        }

        int count() {
            return draws.count();
        }

        private static boolean[][] copy(boolean[][] values) {
            return IntStream.range(0, values.length)
                    .mapToObj(i -> values[i].clone())
                    .toArray(boolean[][]::new);
        }

        private static double[][] copy(double[][] values) {
            return IntStream.range(0, values.length)
                    .mapToObj(i -> values[i].clone())
                    .toArray(double[][]::new);
        }
    }
}
