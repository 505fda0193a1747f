/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Stationary autoregressive chains with normal margins, and events of a known probability in them. */
final class Simulation {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Simulation() {}

    static double[][] chains(int chains, int draws, double phi, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double innovation = Math.sqrt(1 - phi * phi);
        double[][] result = new double[chains][draws];
        for (double[] chain : result) {
            double x = random.nextGaussian();
            for (int t = 0; t < draws; t++) {
                chain[t] = x;
                x = phi * x + innovation * random.nextGaussian();
            }
        }
        return result;
    }

    /** The event that a draw is among the largest, which has the given probability. */
    static boolean[][] events(double[][] chains, double probability) {
        double limit = NORMAL.inverseSurvivalProbability(probability);
        boolean[][] events = new boolean[chains.length][chains[0].length];
        for (int c = 0; c < chains.length; c++) {
            for (int t = 0; t < chains[c].length; t++) {
                events[c][t] = chains[c][t] > limit;
            }
        }
        return events;
    }

    /** Draws made uniform on (0, 1) and raised to a power: mean 1 / (power + 1). */
    static double[][] confidences(double[][] chains, double power) {
        double[][] result = new double[chains.length][chains[0].length];
        for (int c = 0; c < chains.length; c++) {
            for (int t = 0; t < chains[c].length; t++) {
                result[c][t] = Math.pow(NORMAL.cumulativeProbability(chains[c][t]), power);
            }
        }
        return result;
    }
}
