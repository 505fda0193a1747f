/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bayestrex.engine.rate.ClassEvidence.LevelSet;

/** Evidence about two models as a test wants it. */
final class ComparedClasses {

    private ComparedClasses() {}

    /** Independent draws of one weight, the first ones right; the other model is right on all and half sure. */
    static LevelSet independent(int right, int draws) {
        double[] weights = new double[draws];
        Arrays.fill(weights, 1);
        boolean[] correct = new boolean[draws];
        Arrays.fill(correct, 0, right, true);
        boolean[] all = new boolean[draws];
        Arrays.fill(all, true);
        double[] half = new double[draws];
        Arrays.fill(half, .5);
        return LevelSet.of(
                ConfidentDraws.independent(weights), new boolean[][] {correct}, new boolean[][] {all}, new double[][] {
                    half
                });
    }

    /** Draws of chains that are independent of each other, all of one weight. */
    static LevelSet chains(boolean[][] right) {
        double[][] weights = new double[right.length][right[0].length];
        double[][] confidence = new double[right.length][right[0].length];
        for (double[] chain : weights) {
            Arrays.fill(chain, 1);
        }
        return LevelSet.of(ConfidentDraws.ofChains(weights, right.length), right, right, confidence);
    }

    /** As many classes as there are counts, each with so many right of the draws. */
    static List<ClassEvidence> counts(int draws, int[] candidate, int[] baseline) {
        List<ClassEvidence> classes = new ArrayList<>();
        for (int cls = 0; cls < candidate.length; cls++) {
            classes.add(new ClassEvidence(cls, independent(candidate[cls], draws), independent(baseline[cls], draws)));
        }
        return classes;
    }

    static Comparison compare(List<ClassEvidence> classes) {
        return Comparison.of("candidate", "baseline", classes, List.of(), 7);
    }
}
