/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.Arrays;

/**
 * How far proposals of each of some moves led, and what they cost: from that, how often each is to be made.
 *
 * <p>What counts is that every latent moves, also the one that only a seldom accepted move changes. So the shares of the
 * cost maximise the sum over latents of the logarithm of the mean squared jump that a proposal's cost buys (Pasarica and
 * Gelman 2010 have the squared jump; the logarithm makes it independent of each latent's scale). They are found by
 * expectation maximisation, as the weights of a mixture are. A share of all proposals stays with all moves alike, for a
 * few proposals may say of a move that it is never taken when it is.
 */
final class MoveJumps {

    /** What stays with all moves alike. */
    private static final double KEPT = .2;

    /** Cost of a proposal that is refused, in evaluations: somebody has to look at it. */
    private static final double REFUSED_COST = .1;

    private static final int ITERATIONS = 100;

    private final int[] proposals;
    private final double[] costs;
    /** Sum of squared jumps by move, then by latent; empty where nothing was taken yet. */
    private final double[][] squares;

    MoveJumps(int moves) {
        proposals = new int[moves];
        costs = new double[moves];
        squares = new double[moves][0];
    }

    static double[] equalShares(int moves) {
        double[] equal = new double[moves];
        Arrays.fill(equal, 1.0 / moves);
        return equal;
    }

    void accepted(int move, double[] from, double[] to) {
        proposals[move]++;
        costs[move]++;
        if (squares[move].length == 0) {
            squares[move] = new double[from.length];
        }
        for (int j = 0; j < from.length; j++) {
            squares[move][j] += (to[j] - from[j]) * (to[j] - from[j]);
        }
    }

    /** A proposal that was evaluated and not taken. */
    void rejected(int move) {
        proposals[move]++;
        costs[move]++;
    }

    /** A proposal that nothing had to be evaluated for, and that led nowhere. */
    void refused(int move) {
        proposals[move]++;
        costs[move] += REFUSED_COST;
    }

    /** Adds what other chains met. */
    void addAll(MoveJumps other) {
        for (int m = 0; m < costs.length; m++) {
            proposals[m] += other.proposals[m];
            costs[m] += other.costs[m];
            if (squares[m].length == 0) {
                squares[m] = other.squares[m].clone();
            } else {
                for (int j = 0; j < other.squares[m].length; j++) {
                    squares[m][j] += other.squares[m][j];
                }
            }
        }
    }

    /** How often each move is to be made, summing to 1: all alike where nothing was taken. */
    double[] shares() {
        int moves = costs.length;
        double[] equal = equalShares(moves);
        if (Arrays.stream(squares).allMatch(row -> row.length == 0)) {
            return equal;
        }
        double[] ofCost = sharesOfCost();
        double[] shares = new double[moves];
        for (int m = 0; m < moves; m++) {
            shares[m] = costs[m] > 0 ? ofCost[m] * proposals[m] / costs[m] : 0;
        }
        double sum = Arrays.stream(shares).sum();
        for (int m = 0; m < moves; m++) {
            shares[m] = sum > 0 ? (1 - KEPT) * shares[m] / sum + KEPT * equal[m] : equal[m];
        }
        return shares;
    }

    private double[] sharesOfCost() {
        int latents = Arrays.stream(squares).mapToInt(row -> row.length).max().orElse(0);
        double[] shares = equalShares(costs.length);
        for (int i = 0; i < ITERATIONS; i++) {
            shares = reweighted(shares, latents);
        }
        return shares;
    }

    /** Each move's part in the jumps of each latent, averaged over the latents that move at all. */
    private double[] reweighted(double[] shares, int latents) {
        double[] parts = new double[shares.length];
        int moving = 0;
        for (int j = 0; j < latents; j++) {
            double all = 0;
            for (int m = 0; m < shares.length; m++) {
                all += shares[m] * gain(m, j);
            }
            if (all > 0) {
                moving++;
                for (int m = 0; m < shares.length; m++) {
                    parts[m] += shares[m] * gain(m, j) / all;
                }
            }
        }
        if (moving == 0) {
            return shares;
        }
        for (int m = 0; m < parts.length; m++) {
            parts[m] /= moving;
        }
        return parts;
    }

    private double gain(int move, int latent) {
        return squares[move].length == 0 ? 0 : squares[move][latent] / costs[move];
    }
}
