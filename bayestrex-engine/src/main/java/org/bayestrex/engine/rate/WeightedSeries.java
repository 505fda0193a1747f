/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

/**
 * The self-normalised weighted mean sum(w y) / sum(w) over chains, as the plain mean of a linearised series.
 *
 * <p>To first order the error of the ratio r is the mean of w (y - r) / mean(w): the delta method (Owen 2013, Monte
 * Carlo theory, methods and examples, section 9.2). Weights of 0 and 1 make it the mean over a subset of the draws,
 * equal weights the mean over all.
 */
final class WeightedSeries {

    private final ChainSeries values;
    private final ChainSeries weights;

    WeightedSeries(ChainSeries values, ChainSeries weights) {
        if (values.count() != weights.count() || values.size() != weights.size()) {
            throw new IllegalArgumentException("There are " + values.size() + " values in " + values.count()
                    + " chains, but " + weights.size() + " weights in " + weights.count());
        }
        if (weights.with(weights, (weight, same) -> weight < 0 ? 1 : 0).mean() > 0) {
            throw new IllegalArgumentException("A weight is negative");
        }
        this.values = values;
        this.weights = weights;
    }

    static WeightedSeries unweighted(ChainSeries values) {
        return new WeightedSeries(values, values.with(values, (value, same) -> 1));
    }

    /** No draw has any weight. */
    boolean isEmpty() {
        return weights.size() == 0 || weights.mean() == 0;
    }

    double mean() {
        return values.with(weights, (value, weight) -> value * weight).mean() / weights.mean();
    }

    /** All draws that have a weight have one value. */
    boolean constant() {
        return residuals().constant();
    }

    double varianceOfMean() {
        return residuals().varianceOfMean();
    }

    /** The variance of the mean that independent draws of these weights would have. */
    double varianceIfIndependent() {
        return residuals().variance() / size();
    }

    /** The weighted variance of one draw. */
    double variance() {
        double mean = mean();
        return values.with(weights, (value, weight) -> weight * (value - mean) * (value - mean))
                        .mean()
                / weights.mean();
    }

    /** Kish's effective size of the weights, sum(w)^2 / sum(w^2). */
    double kish() {
        double squares = weights.with(weights, (a, b) -> a * b).mean();
        return weights.size() * weights.mean() * weights.mean() / squares;
    }

    int independent() {
        return values.independent();
    }

    int count() {
        return values.count();
    }

    int size() {
        return values.size();
    }

    private ChainSeries residuals() {
        double mean = mean();
        double scale = weights.mean();
        return values.with(weights, (value, weight) -> weight * (value - mean) / scale);
    }
}
