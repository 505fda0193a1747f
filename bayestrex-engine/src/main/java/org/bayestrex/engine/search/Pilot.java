/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.sampler.State;

/**
 * Plain draws from the prior, forward passes only: how rare is the level set, and where do chains
 * start?
 *
 * <p>With fewer than {@value #ENOUGH_HITS} hits a second, larger stage follows. Its size depends on the
 * first stage alone and its draws alone give the rate, so that the exact interval stays exact.
 */
final class Pilot {

    static final int ENOUGH_HITS = 25;

    /** The second stage's draws, as a multiple of the first stage's. */
    static final int SECOND_STAGE = 8;

    private final int dimension;
    private final int firstStage;
    private final Posterior posterior;
    private final ZigguratSampler.NormalizedGaussian gaussian;
    private final List<State> draws = new ArrayList<>();

    private int total;
    private int drawn;
    private int firstHits;
    private int secondHits;

    Pilot(int dimension, int firstStage, Posterior posterior, UniformRandomProvider random) {
        this.dimension = dimension;
        this.firstStage = firstStage;
        this.total = firstStage;
        this.posterior = posterior;
        this.gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /** Whether a further point is wanted now; the second stage is decided when the first is answered. */
    boolean wantsMore() {
        return drawn < total;
    }

    /** The next point to evaluate. */
    double[] next() {
        drawn++;
        double[] position = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            position[i] = gaussian.sample();
        }
        return position;
    }

    /** Takes the answer for a point; answers come in the order of the points. */
    void answer(double[] position, Evaluation evaluation) {
        boolean first = draws.size() < firstStage;
        draws.add(new State(position, evaluation));
        if (!evaluation.isBroken() && posterior.contains(Posterior.probabilities(evaluation.logits()))) {
            if (first) {
                firstHits++;
            } else {
                secondHits++;
            }
        }
        if (draws.size() == firstStage && firstHits < ENOUGH_HITS) {
            total = firstStage + SECOND_STAGE * firstStage;
        }
    }

    boolean isDone() {
        return draws.size() == total;
    }

    int answered() {
        return draws.size();
    }

    int total() {
        return total;
    }

    /** Points at which the model gave NaN. */
    long broken() {
        return draws.stream().filter(draw -> draw.evaluation().isBroken()).count();
    }

    /** P(input in the level set), by the stage that was reserved for it. */
    Rate mass() {
        boolean second = draws.size() > firstStage;
        int trials = second ? draws.size() - firstStage : draws.size();
        int hits = second ? secondHits : firstHits;
        return ClopperPearson.of(hits, trials, "prior draws");
    }

    /**
     * Starts for chains: draws resampled by their likelihood, so that chains start near stationarity and
     * in proportion to the modes that the pilot saw (systematic resampling).
     */
    List<State> starts(int chains, UniformRandomProvider random) {
        double[] weights = weights();
        double sum = Arrays.stream(weights).sum();
        List<State> starts = new ArrayList<>(chains);
        double offset = random.nextDouble();
        double cumulated = 0;
        for (int i = 0; i < weights.length && starts.size() < chains; i++) {
            cumulated += weights[i] / sum * chains;
            while (starts.size() < chains && starts.size() + offset < cumulated) {
                starts.add(draws.get(i));
            }
        }
        while (starts.size() < chains) { // the sum rounded below one
            starts.add(starts.get(starts.size() - 1));
        }
        return starts;
    }

    /** Number of different draws among the starts of chains, at most. */
    double effectiveSize() {
        double[] weights = weights();
        double sum = Arrays.stream(weights).sum();
        double squares = Arrays.stream(weights).map(w -> w * w).sum();
        return sum * sum / squares;
    }

    /**
     * First guess of each latent's posterior variance: the weighted draws', drawn towards the prior's 1
     * as far as their effective number is small.
     */
    double[] variance() {
        double[] weights = weights();
        double sum = Arrays.stream(weights).sum();
        double effective = effectiveSize();
        double[] variance = new double[dimension];
        for (int j = 0; j < dimension; j++) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < weights.length; i++) {
                double z = draws.get(i).position()[j];
                mean += weights[i] * z;
                square += weights[i] * z * z;
            }
            mean /= sum;
            double spread = Math.max(0, square / sum - mean * mean);
            double unbiased = effective > 1 ? spread * effective / (effective - 1) : 1;
            variance[j] = (effective * unbiased + 5) / (effective + 5);
        }
        return variance;
    }

    private double[] weights() {
        double highest =
                draws.stream().mapToDouble(draw -> logLikelihood(draw)).max().orElse(Double.NEGATIVE_INFINITY);
        return draws.stream()
                .mapToDouble(draw -> Math.exp(logLikelihood(draw) - highest))
                .toArray();
    }

    private static double logLikelihood(State draw) {
        return draw.evaluation().isBroken()
                ? Double.NEGATIVE_INFINITY
                : draw.evaluation().logLikelihood();
    }
}
