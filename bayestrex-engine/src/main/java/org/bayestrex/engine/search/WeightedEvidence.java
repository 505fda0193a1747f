/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.diagnostics.MonteCarloError;
import org.bayestrex.engine.diagnostics.ParetoK;
import org.bayestrex.engine.sampler.LogWeights;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.Trace;
import org.bayestrex.engine.sampler.WeightedDraws;

/**
 * What speaks for and against weighted draws: the tail of their weights, and chains of the same posterior.
 *
 * @param paretoK shape of the tail of the weights; from .7 on their sums cannot be trusted. NaN of draws of the prior: their
 *     weights are likelihoods, which are bounded, so that it is their number that counts
 * @param bounded whether they are draws of the prior
 * @param disagreements with the chains, each a sentence
 */
record WeightedEvidence(double paretoK, boolean bounded, List<String> disagreements) {

    /** In standard errors, for which a dozen quantities agree by chance but once in a thousand searches. */
    private static final double MAX_DIFFERENCE = 4;

    private static final int FEWEST_DRAWS = 8;

    static WeightedEvidence of(WeightedDraws draws, Posterior posterior, List<Trace> traces) {
        double[] logWeights = draws.logWeights();
        List<String> disagreements = new ArrayList<>();
        int shortest = traces.stream().mapToInt(Trace::size).min().orElse(0);
        if (shortest >= FEWEST_DRAWS && draws.effectiveSize() > 0) {
            double[] weights = LogWeights.normalised(logWeights);
            for (Quantity quantity : quantities(posterior, draws.draws().get(0).position().length)) {
                double[] independent =
                        draws.draws().stream().mapToDouble(quantity.of()).toArray();
                double[][] chained = traces.stream()
                        .map(trace -> trace.states().stream()
                                .mapToDouble(quantity.of())
                                .toArray())
                        .toArray(double[][]::new);
                Estimate a = weighted(independent, weights);
                Estimate b = chained(chained);
                double error = Math.hypot(a.error(), b.error());
                boolean moves = !(b.error() == 0); // draws that are all equal say nothing of their error
                if (moves && Math.abs(a.mean() - b.mean()) > MAX_DIFFERENCE * error) {
                    disagreements.add(String.format(
                            Locale.ROOT,
                            "The weighted draws and the chains disagree: the mean of %s is %.3g +- %.2g by the draws, "
                                    + "%.3g +- %.2g by the chains. One of them misses a part of the level set. Ask for "
                                    + "more draws; where that does not help, for @Sampling(method = NUTS) with more "
                                    + "warm-up, and compare.",
                            quantity.name(),
                            a.mean(),
                            a.error(),
                            b.mean(),
                            b.error()));
                }
            }
        }
        boolean bounded = draws.largestMassWeight() <= 1;
        return new WeightedEvidence(bounded ? Double.NaN : ParetoK.of(logWeights), bounded, disagreements);
    }

    boolean isTrusted() {
        return hasTrustedTail() && disagreements.isEmpty();
    }

    boolean hasTrustedTail() {
        return bounded || paretoK < ParetoK.TRUSTED_BELOW;
    }

    private record Quantity(String name, ToDoubleFunction<State> of) {}

    private static List<Quantity> quantities(Posterior posterior, int dimension) {
        List<Quantity> quantities = new ArrayList<>();
        for (int j = 0; j < dimension; j++) {
            int index = j;
            quantities.add(new Quantity("z[" + j + "]", state -> state.position()[index]));
        }
        quantities.add(
                new Quantity("the log likelihood", state -> state.evaluation().logLikelihood()));
        quantities.add(new Quantity("being in the level set", state -> posterior.contains(state.evaluation()) ? 1 : 0));
        return quantities;
    }

    private record Estimate(double mean, double error) {}

    /** Self-normalised, with its standard error by the delta method. */
    private static Estimate weighted(double[] values, double[] weights) {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += weights[i] > 0 ? weights[i] * values[i] : 0;
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double deviation = weights[i] > 0 ? weights[i] * (values[i] - mean) : 0;
            squares += deviation * deviation;
        }
        return new Estimate(mean, Math.sqrt(squares));
    }

    /** With the larger of the errors by autocorrelation and by the spread of the chains. */
    private static Estimate chained(double[][] chains) {
        double[] means = Arrays.stream(chains)
                .mapToDouble(chain -> Arrays.stream(chain).average().orElseThrow())
                .toArray();
        double mean = Arrays.stream(means).average().orElseThrow();
        double squares = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum();
        double between = Math.sqrt(squares / (means.length - 1) / means.length);
        double within = MonteCarloError.ofMean(chains);
        return new Estimate(mean, Double.isNaN(within) ? between : Math.max(between, within));
    }
}
