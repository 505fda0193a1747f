/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * Adaptive multiple importance sampling (Cornuet, Marin, Mira and Robert 2012): from prior draws towards
 * the posterior, round by round. Each round weighs all draws so far under the mixture of all proposals
 * so far, fits a new proposal to them and draws from it.
 *
 * <p>While the posterior itself is out of reach the weights follow {@code prior exp(-b D)}, where D is the
 * squared distance to the level set in log-odds and b the largest value that keeps enough effective
 * draws. Tempering the relaxed likelihood would stall: probabilities saturate, log-odds don't.
 *
 * @since 0.1
 */
public final class MixtureRounds implements PointSource {

    private static final int ROUND = 2048;
    private static final int MOST_ROUNDS = 16;
    private static final int COMPONENTS = 16;
    /** Effective draws that a fit is led by. */
    private static final double LEAD = 250;
    /** Points that a proposal is fitted to, resampled by weight. */
    private static final int FIT_POINTS = 1500;
    /** Share of effective draws at which a proposal is good enough. */
    private static final double GOOD_EFFICIENCY = .3;
    /** Below this share of effective draws a proposal is of no use to a chain. */
    private static final double LEAST_EFFICIENCY = .002;

    private final ToDoubleFunction<Evaluation> distance;
    private final UniformRandomProvider random;
    private final int mostRounds;
    private final List<State> draws;
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    /** For each draw, the log of the sum over proposals of size times density. */
    private final List<Double> logMixture = new ArrayList<>();

    private int posteriorFits;
    private int drawn;
    private int answered;
    private int total;

    /**
     * Rounds that begin with draws of N(0, I).
     *
     * @param priorDraws at least one
     * @param distance squared distance to the level set in log-odds, 0 within
     * @param adapt whether to draw at all; else the prior draws are all there is
     * @param random its own stream
     */
    public MixtureRounds(
            List<State> priorDraws,
            ToDoubleFunction<Evaluation> distance,
            boolean adapt,
            UniformRandomProvider random) {
        this.distance = distance;
        this.random = random;
        this.mostRounds = adapt ? MOST_ROUNDS : 0;
        this.draws = new ArrayList<>(priorDraws);
        StandardNormal prior = new StandardNormal(priorDraws.get(0).position().length);
        for (State draw : draws) {
            logMixture.add(Math.log(draws.size()) + prior.logDensity(draw.position()));
        }
        proposals.add(prior);
        sizes.add(draws.size());
        planRound();
    }

    @Override
    public boolean wantsMore() {
        return drawn < total;
    }

    @Override
    public double[] next() {
        drawn++;
        return latest().draw(random);
    }

    @Override
    public void answer(double[] position, Evaluation evaluation) {
        draws.add(new State(position, evaluation));
        double[] logs = new double[proposals.size()];
        for (int j = 0; j < logs.length; j++) {
            logs[j] = Math.log(sizes.get(j)) + proposals.get(j).logDensity(position);
        }
        logMixture.add(LogWeights.logSum(logs));
        answered++;
        if (answered == total) {
            planRound();
        }
    }

    @Override
    public boolean isDone() {
        return answered == total;
    }

    @Override
    public int answered() {
        return answered;
    }

    @Override
    public int total() {
        return total;
    }

    /** The last proposal, frozen; null when there is none of use. */
    public @Nullable Proposal proposal() {
        return proposals.size() > 1 && efficiency() >= LEAST_EFFICIENCY ? latest() : null;
    }

    /** Effective draws of the posterior for each draw of the last proposal, in [0, 1]. */
    public double efficiency() {
        int size = sizes.get(sizes.size() - 1);
        double[] logs = IntStream.range(draws.size() - size, draws.size())
                .mapToDouble(i -> logPosterior(draws.get(i))
                        - latest().logDensity(draws.get(i).position()))
                .toArray();
        return LogWeights.effectiveSize(logs) / size;
    }

    /** Effective draws of the posterior among all draws. */
    public double effectiveSize() {
        return LogWeights.effectiveSize(posteriorLogWeights());
    }

    /** States for chains to start from: draws resampled by their weight, in proportion to the modes they saw. */
    public List<State> starts(int count, UniformRandomProvider stream) {
        return LogWeights.resample(posteriorLogWeights(), count, stream).stream()
                .map(draws::get)
                .toList();
    }

    /**
     * The posterior variance of each coordinate by the weighted draws, drawn towards the prior's 1 as far
     * as their effective number is small.
     */
    public double[] variance() {
        double[] weights = LogWeights.normalised(posteriorLogWeights());
        double effective = effectiveSize();
        int d = draws.get(0).position().length;
        double[] variance = new double[d];
        for (int j = 0; j < d; j++) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < weights.length; i++) {
                double z = draws.get(i).position()[j];
                mean += weights[i] * z;
                square += weights[i] * z * z;
            }
            variance[j] = (effective * Math.max(0, square - mean * mean) + 5) / (effective + 5);
        }
        return variance;
    }

    private Proposal latest() {
        return proposals.get(proposals.size() - 1);
    }

    private void planRound() {
        double[] posterior = posteriorLogWeights();
        double effective = LogWeights.effectiveSize(posterior);
        boolean done = proposals.size() > mostRounds || (posteriorFits >= 3 && efficiency() >= GOOD_EFFICIENCY);
        if (done) {
            return;
        }
        boolean reached = effective >= LEAD;
        double[] logWeights = reached ? posterior : leadingLogWeights();
        if (LogWeights.logSum(logWeights) == Double.NEGATIVE_INFINITY) {
            return; // nothing leads anywhere
        }
        posteriorFits += reached ? 1 : 0;
        double[][] points = LogWeights.resample(logWeights, FIT_POINTS, random).stream()
                .map(i -> draws.get(i).position())
                .toArray(double[][]::new);
        Proposal fitted = MixtureFit.of(points, COMPONENTS, random);
        proposals.add(fitted);
        sizes.add(ROUND);
        total += ROUND;
        for (int i = 0; i < draws.size(); i++) {
            double added = Math.log(ROUND) + fitted.logDensity(draws.get(i).position());
            logMixture.set(i, LogWeights.logSum(new double[] {logMixture.get(i), added}));
        }
    }

    private double[] posteriorLogWeights() {
        return IntStream.range(0, draws.size())
                .mapToDouble(i -> logPosterior(draws.get(i)) - logMixture.get(i))
                .toArray();
    }

    /** Weights towards {@code prior exp(-b D)}, b by bisection. */
    private double[] leadingLogWeights() {
        double[] distances = draws.stream()
                .mapToDouble(draw -> draw.evaluation().isBroken()
                        ? Double.POSITIVE_INFINITY
                        : distance.applyAsDouble(draw.evaluation()))
                .toArray();
        double low = 0;
        double high = 1;
        double[] best = tempered(distances, 1);
        if (LogWeights.effectiveSize(best) >= LEAD) {
            return best;
        }
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (LogWeights.effectiveSize(tempered(distances, middle)) >= LEAD) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return tempered(distances, low);
    }

    private double[] tempered(double[] distances, double b) {
        return IntStream.range(0, distances.length)
                .mapToDouble(i -> Double.isInfinite(distances[i])
                        ? Double.NEGATIVE_INFINITY
                        : draws.get(i).evaluation().logPrior() - b * distances[i] - logMixture.get(i))
                .toArray();
    }

    private static double logPosterior(State draw) {
        return draw.evaluation().logDensity();
    }
}
