/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.bayestrex.engine.diagnostics.MonteCarloError;

/** Values of one quantity over chains x draws, all chains of one length, and how uncertain their mean is. */
final class ChainSeries {

    private final double[][] chains;
    private final int independent;

    private ChainSeries(double[][] chains, int independent) {
        this.chains = chains;
        this.independent = independent;
    }

    /**
     * Cuts to the shortest chain and refuses a value that is no number.
     *
     * @param independent how many chains do not share an ancestor
     */
    static ChainSeries of(double[][] values, int independent) {
        if (values.length > 0 && (independent < 1 || independent > values.length)) {
            throw new IllegalArgumentException(
                    "Of " + values.length + " chains between 1 and all are independent, not " + independent);
        }
        int length = Arrays.stream(values).mapToInt(chain -> chain.length).min().orElse(0);
        double[][] chains = new double[values.length][];
        for (int c = 0; c < values.length; c++) {
            chains[c] = Arrays.copyOf(values[c], length);
            for (int t = 0; t < length; t++) {
                if (!Double.isFinite(chains[c][t])) {
                    throw new IllegalArgumentException(
                            "Draw " + t + " of chain " + c + " is " + chains[c][t] + "; a rate needs finite values");
                }
            }
        }
        return new ChainSeries(chains, independent);
    }

    static ChainSeries of(boolean[][] events, int independent) {
        double[][] indicator = new double[events.length][];
        for (int c = 0; c < events.length; c++) {
            indicator[c] = new double[events[c].length];
            for (int t = 0; t < events[c].length; t++) {
                indicator[c][t] = events[c][t] ? 1 : 0;
            }
        }
        return of(indicator, independent);
    }

    int count() {
        return chains.length;
    }

    int independent() {
        return independent;
    }

    int size() {
        return chains.length == 0 ? 0 : chains.length * chains[0].length;
    }

    double mean() {
        return Arrays.stream(chains).mapToDouble(ChainSeries::mean).average().orElse(Double.NaN);
    }

    boolean constant() {
        double first = chains[0][0];
        return Arrays.stream(chains).flatMapToDouble(Arrays::stream).noneMatch(value -> value != first);
    }

    double variance() {
        double mean = mean();
        double squares = 0;
        for (double[] chain : chains) {
            for (double value : chain) {
                squares += (value - mean) * (value - mean);
            }
        }
        return squares / size();
    }

    /**
     * Variance of the mean: the largest that the draws alone, their autocorrelation or the disagreement of the chains
     * gives. Chains too short for an autocorrelation count as one draw each. Not defined for constant values.
     */
    double varianceOfMean() {
        double variance = variance();
        double error = MonteCarloError.ofMean(chains);
        double correlated = Double.isNaN(error) ? variance / independent : error * error;
        return Math.max(Math.max(variance / size(), correlated), betweenChains() / chains.length);
    }

    /** Draw by draw with another series of the same shape. */
    ChainSeries with(ChainSeries other, DoubleBinaryOperator operator) {
        double[][] result = new double[chains.length][];
        for (int c = 0; c < chains.length; c++) {
            result[c] = new double[chains[c].length];
            for (int t = 0; t < result[c].length; t++) {
                result[c][t] = operator.applyAsDouble(chains[c][t], other.chains[c][t]);
            }
        }
        return new ChainSeries(result, independent);
    }

    /** Sample variance of the chains' own means; 0 for a single chain, which has nothing to disagree with. */
    private double betweenChains() {
        double mean = mean();
        double squares = 0;
        for (double[] chain : chains) {
            squares += (mean(chain) - mean) * (mean(chain) - mean);
        }
        return chains.length < 2 ? 0 : squares / (chains.length - 1);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
