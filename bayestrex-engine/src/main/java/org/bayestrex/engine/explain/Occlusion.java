/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.model.Classifier;

/**
 * How much the score falls when a square of the picture is covered (Zeiler and Fergus 2014, Visualizing and understanding
 * convolutional networks). Forward passes only: for models without a gradient too. A pixel has the mean over the squares
 * that cover it, and all channels have the same.
 *
 * @param patch side of the square in pixels, 1 or more
 * @param stride pixels from one square to the next, 1 to patch, so that each pixel is covered
 * @param cover the value that covers
 * @param score what is watched
 */
public record Occlusion(int patch, int stride, double cover, ClassScore score) implements Saliency {

    /** Side of the square. */
    public static final int PATCH = 4;

    public Occlusion {
        if (patch < 1) {
            throw new IllegalArgumentException("Occlusion: patch must be 1 or more, but is " + patch);
        }
        if (stride < 1 || stride > patch) {
            throw new IllegalArgumentException(
                    "Occlusion: stride must be between 1 and the patch's " + patch + ", but is " + stride);
        }
        if (!Double.isFinite(cover)) {
            throw new IllegalArgumentException("Occlusion: cover must be finite, but is " + cover);
        }
    }

    /** Squares of {@value #PATCH} pixels, half of one apart, covered with zeros; of the log-odds. */
    public Occlusion() {
        this(PATCH, PATCH / 2, 0, ClassScore.LOG_ODDS);
    }

    @Override
    public String method() {
        return "occlusion";
    }

    @Override
    public boolean needsGradient() {
        return false;
    }

    @Override
    public List<Attribution> of(Classifier classifier, List<Claim> claims) {
        Passes passes = new Passes(classifier, claims, score);
        if (claims.isEmpty()) {
            return List.of();
        }
        Plane plane = Plane.of(claims.get(0).input());
        List<int[]> squares = squares(plane);
        float[][] inputs = passes.inputs();
        // The last variant is the input as it is.
        double[][] scores = passes.scores(squares.size() + 1, (claim, square, input) -> {
            System.arraycopy(inputs[claim], 0, input, 0, input.length);
            if (square < squares.size()) {
                for (int pixel : squares.get(square)) {
                    plane.write(input, pixel, (float) cover);
                }
            }
        });
        return passes.attributions(
                method(),
                claim -> Values.of(
                        plane.inAllChannels(falls(scores[claim], squares, plane)),
                        Map.of("patch", (double) patch, "stride", (double) stride, "cover", cover)));
    }

    /** The mean fall of each pixel. */
    private static double[] falls(double[] scores, List<int[]> squares, Plane plane) {
        double[] sums = new double[plane.pixels()];
        int[] counts = new int[plane.pixels()];
        double uncovered = scores[squares.size()];
        for (int square = 0; square < squares.size(); square++) {
            for (int pixel : squares.get(square)) {
                sums[pixel] += uncovered - scores[square];
                counts[pixel]++;
            }
        }
        for (int pixel = 0; pixel < sums.length; pixel++) {
            sums[pixel] /= counts[pixel];
        }
        return sums;
    }

    /** The pixels of each square; at the right and lower edges squares are cut off. */
    private List<int[]> squares(Plane plane) {
        List<int[]> squares = new ArrayList<>();
        for (int top = 0; top < plane.height(); top += stride) {
            for (int left = 0; left < plane.width(); left += stride) {
                squares.add(plane.rectangle(top, left, patch));
            }
        }
        return squares;
    }
}
