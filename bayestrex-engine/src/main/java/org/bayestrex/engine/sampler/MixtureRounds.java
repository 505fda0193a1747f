/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;

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

    private static final int LEAST_ROUND = 512;
    private static final int LARGEST_ROUND = 2048;
    private static final int FURTHER_ROUNDS = 6;
    /** Points that a proposal is fitted to, resampled by weight. */
    private static final int FIT_POINTS = 3000;
    /** Share of effective draws at which a proposal is good enough. */
    private static final double GOOD_EFFICIENCY = .3;
    /** Below this share of effective draws a proposal is of no use. */
    private static final double LEAST_EFFICIENCY = .002;

    /** A fitted proposal is preferred to the prior for so many times its effective draws: fewer may be chance. */
    private static final double CLEARLY_BETTER = 2;

    /** Rounds in a row without progress after which no more follow. */
    private static final int PATIENCE = 3;

    /** Progress is a share of effective draws, or before that a b of the path, this much larger. */
    private static final double PROGRESS = 1.15;

    private final ToDoubleFunction<Evaluation> distance;
    private final ProposalFit fit;
    private final UniformRandomProvider random;
    private final double lead;
    /** Draws of a round: few where the prior draws were few, so that a quick search is quick throughout. */
    private final int round;

    private int mostRounds;
    private final List<State> draws;
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    /** For each proposal, its log density at each draw. */
    private final List<List<Double>> logDensities = new ArrayList<>();
    /** For each draw, the log of the sum over proposals of size times density. */
    private final List<Double> logMixture = new ArrayList<>();

    private Proposal best;
    private double bestEfficiency;
    private double priorEfficiency;
    private double furthest;
    private double mostEffective;
    private int idleRounds;
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
        this(
                priorDraws,
                new StandardNormal(priorDraws.get(0).position().length),
                distance,
                new NormalMixtures(),
                adapt,
                random);
    }

    /**
     * Rounds of proposals of some form.
     *
     * @param priorDraws at least one
     * @param prior that they were drawn from
     * @param distance squared distance to the level set in log-odds, 0 within
     * @param fit of the proposals
     * @param adapt whether to draw at all
     * @param random its own stream
     */
    public MixtureRounds(
            List<State> priorDraws,
            Proposal prior,
            ToDoubleFunction<Evaluation> distance,
            ProposalFit fit,
            boolean adapt,
            UniformRandomProvider random) {
        this.distance = distance;
        this.fit = fit;
        this.random = random;
        this.mostRounds = adapt ? fit.mostRounds() : 0;
        this.draws = new ArrayList<>(priorDraws);
        for (State draw : draws) {
            logMixture.add(Math.log(draws.size()) + prior.logDensity(draw.position()));
        }
        logDensities.add(draws.stream()
                .map(draw -> prior.logDensity(draw.position()))
                .collect(Collectors.toCollection(ArrayList::new)));
        proposals.add(prior);
        sizes.add(draws.size());
        best = prior;
        round = Math.max(LEAST_ROUND, Math.min(LARGEST_ROUND, priorDraws.size() / 2));
        lead = fit.lead(priorDraws.get(0).position().length);
        compareProposals();
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
            double logDensity = proposals.get(j).logDensity(position);
            logDensities.get(j).add(logDensity);
            logs[j] = Math.log(sizes.get(j)) + logDensity;
        }
        logMixture.add(LogWeights.logSum(logs));
        answered++;
        if (answered == total) {
            compareProposals();
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

    /** The best proposal of all rounds, frozen; the prior where none was better. */
    public Proposal proposal() {
        return best;
    }

    /** Whether the best proposal has come so near that draws from it are worth their cost. */
    public boolean isUseful() {
        return bestEfficiency >= LEAST_EFFICIENCY;
    }

    /** Whether no fitted proposal was clearly better than the prior. */
    public boolean keepsPrior() {
        return bestEfficiency < CLEARLY_BETTER * priorEfficiency;
    }

    /** Effective draws of the posterior for each draw of the best proposal, in [0, 1]. */
    public double efficiency() {
        return bestEfficiency;
    }

    /**
     * Judges each proposal by all draws, so that one which misses a mode that another found does not look good for
     * it: one over the mean, under the posterior, of its normalised weights.
     */
    private void compareProposals() {
        double[] logWeights = posteriorLogWeights();
        double logMass = LogWeights.logSum(logWeights);
        double before = bestEfficiency;
        bestEfficiency = 0;
        for (int j = 0; j < proposals.size() && logMass > Double.NEGATIVE_INFINITY; j++) {
            double[] logs = new double[logWeights.length];
            for (int i = 0; i < logs.length; i++) {
                logs[i] = logWeights[i]
                        + logPosterior(draws.get(i))
                        - logDensities.get(j).get(i);
            }
            double efficiency = Math.exp(2 * logMass - LogWeights.logSum(logs));
            if (j == 0) {
                priorEfficiency = efficiency;
            }
            if (efficiency > bestEfficiency) {
                bestEfficiency = efficiency;
                best = proposals.get(j);
            }
        }
        boolean better = bestEfficiency > PROGRESS * before && bestEfficiency >= LEAST_EFFICIENCY;
        double effective = effectiveSize();
        boolean nearer = effective > PROGRESS * mostEffective && mostEffective < 4 * lead;
        mostEffective = Math.max(mostEffective, effective);
        if (better || nearer) {
            idleRounds = 0;
        }
    }

    /**
     * Further rounds, led by points that somebody else found near the posterior.
     *
     * @param points distinct positions, [n][d]
     * @param weights of the points, positive
     */
    public void continueFrom(double[][] points, double[] weights) {
        mostRounds = proposals.size() + FURTHER_ROUNDS;
        idleRounds = 0;
        beginRound(points, weights);
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
        if (effective == 0) {
            Arrays.fill(variance, 1);
            return variance;
        }
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
        if (proposals.size() > mostRounds || bestEfficiency >= GOOD_EFFICIENCY || idleRounds >= PATIENCE) {
            return;
        }
        idleRounds++;
        double[] logWeights = posteriorLogWeights();
        double effective = LogWeights.effectiveSize(logWeights);
        if (effective < lead) {
            logWeights = leadingLogWeights();
            effective = LogWeights.effectiveSize(logWeights);
        }
        if (effective == 0) {
            return; // nothing leads anywhere
        }
        Map<Integer, Integer> counts = new TreeMap<>();
        LogWeights.resample(logWeights, FIT_POINTS, random).forEach(i -> counts.merge(i, 1, Integer::sum));
        beginRound(
                counts.keySet().stream().map(i -> draws.get(i).position()).toArray(double[][]::new),
                counts.values().stream().mapToDouble(Integer::doubleValue).toArray());
    }

    private void beginRound(double[][] points, double[] weights) {
        Proposal fitted = fit.of(points, weights, random);
        if (fitted == null) {
            mostRounds = 0;
            return;
        }
        proposals.add(fitted);
        sizes.add(round);
        total += round;
        List<Double> logFitted = new ArrayList<>(draws.size() + round);
        logDensities.add(logFitted);
        for (int i = 0; i < draws.size(); i++) {
            logFitted.add(fitted.logDensity(draws.get(i).position()));
            double added = Math.log(round) + logFitted.get(i);
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
        double[] all = tempered(distances, 1);
        if (LogWeights.effectiveSize(all) >= lead) {
            return all;
        }
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (LogWeights.effectiveSize(tempered(distances, middle)) >= lead) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if (low > PROGRESS * furthest) {
            furthest = low;
            idleRounds = 0;
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
