/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

/**
 * Inputs on the way from one class to another: {@code 1 - share ~ N(p_from, sigma)} and {@code share ~
 * N(p_to, sigma)}, independent of each other (Booth et al. 2021, section 3).
 *
 * <p>The level set is {@code |p_from - (1 - share)| <= 2 sigma} and {@code |p_to - share| <= 2 sigma}.
 *
 * @param from the class at share 0
 * @param to the class at share 1, another one
 * @param share how far on the way, in [0, 1]
 */
public record Interpolated(int from, int to, double share) implements Target {

    public Interpolated {
        if (from < 0 || to < 0 || from == to) {
            throw new IllegalArgumentException(
                    "Interpolated: from and to must be two classes of 0 or more, but are " + from + " and " + to);
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("Interpolated: share must be in [0, 1], but is " + share);
        }
    }

    /** Half-way between two classes. */
    public static Interpolated between(int from, int to) {
        return new Interpolated(from, to, .5);
    }

    /** Another step of the way, in [0, 1]. */
    public Interpolated at(double value) {
        return new Interpolated(from, to, value);
    }

    @Override
    public String describe() {
        return "interpolated from " + from + " to " + to + " at " + share;
    }

    @Override
    public void requireFits(int classes) {
        ClassIndex.require("Interpolated", "from", from, classes);
        ClassIndex.require("Interpolated", "to", to, classes);
    }

    @Override
    public double logLikelihood(double[] probabilities, double sigma, double[] gradient) {
        double start = (1 - share - probabilities[from]) / sigma;
        double end = (share - probabilities[to]) / sigma;
        gradient[from] += start / sigma;
        gradient[to] += end / sigma;
        return -.5 * (start * start + end * end);
    }

    @Override
    public boolean contains(double[] probabilities, double sigma) {
        return Math.abs(probabilities[from] - (1 - share)) <= 2 * sigma
                && Math.abs(probabilities[to] - share) <= 2 * sigma;
    }

    /** Of each class in its own log-odds. */
    @Override
    public double distance(double[] logProbabilities, double sigma) {
        return distance(LogOdds.of(logProbabilities, k -> k == from), 1 - share, sigma)
                + distance(LogOdds.of(logProbabilities, k -> k == to), share, sigma);
    }

    /** Near 0 and 1, where log-odds never end, one-sided from one sigma on. */
    private static double distance(double logOdds, double confidence, double sigma) {
        double residual;
        if (confidence > 1 - sigma) {
            residual = Math.max(0, LogOdds.of(1 - sigma) - logOdds);
        } else if (confidence < sigma) {
            residual = Math.max(0, logOdds - LogOdds.of(sigma));
        } else {
            residual = (logOdds - LogOdds.of(confidence)) * confidence * (1 - confidence) / sigma;
        }
        return .5 * residual * residual;
    }
}
