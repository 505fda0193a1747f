/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;

/**
 * Independent draws from a frozen proposal, each weighted by posterior over proposal (importance
 * sampling). Their number is fixed before the first: one that waits for good weights would be biased.
 *
 * @since 0.1
 */
public final class WeightedDraws implements PointSource {

    private final Proposal proposal;
    private final UniformRandomProvider random;
    private final int total;
    private final List<State> draws = new ArrayList<>();
    private final List<Double> logProposal = new ArrayList<>();
    private int asked;

    /**
     * A source of draws.
     *
     * @param proposal normalised; must have mass wherever the posterior has
     * @param total number of draws, positive
     * @param random their own stream
     */
    public WeightedDraws(Proposal proposal, int total, UniformRandomProvider random) {
        if (total < 1) {
            throw new IllegalArgumentException("there must be a draw or more, not " + total);
        }
        this.proposal = proposal;
        this.total = total;
        this.random = random;
    }

    @Override
    public boolean wantsMore() {
        return asked < total;
    }

    @Override
    public double[] next() {
        asked++;
        return proposal.draw(random);
    }

    @Override
    public void answer(double[] position, Evaluation evaluation) {
        draws.add(new State(position, evaluation));
        logProposal.add(proposal.logDensity(position));
    }

    @Override
    public boolean isDone() {
        return draws.size() == total;
    }

    @Override
    public int answered() {
        return draws.size();
    }

    @Override
    public int total() {
        return total;
    }

    /** The draws, in their order; also before all are answered. */
    public List<State> draws() {
        return List.copyOf(draws);
    }

    /** Log of posterior over proposal of each draw, up to the posterior's constants; negative infinity for a broken point. */
    public double[] logWeights() {
        double[] logs = new double[draws.size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = draws.get(i).evaluation().logDensity() - logProposal.get(i);
        }
        return logs;
    }

    /**
     * Prior over proposal of each draw that lies in a set, 0 for the others: their mean is the set's mass
     * under the prior N(0, I).
     */
    public double[] massWeights(Predicate<Evaluation> set) {
        double[] weights = new double[draws.size()];
        for (int i = 0; i < weights.length; i++) {
            State draw = draws.get(i);
            if (!draw.evaluation().isBroken() && set.test(draw.evaluation())) {
                double logPrior = StandardNormal.logNormalised(draw.evaluation().logPrior(), draw.position().length);
                weights[i] = Math.exp(logPrior - logProposal.get(i));
            }
        }
        return weights;
    }

    /** What no weight of a mass can exceed; positive infinity where nothing bounds them. */
    public double largestMassWeight() {
        return proposal.largestPriorRatio();
    }

    /** Kish's effective number of draws. */
    public double effectiveSize() {
        return draws.isEmpty() ? 0 : LogWeights.effectiveSize(logWeights());
    }

    /**
     * Draws of equal weight, by systematic resampling, as chains: each made of a stretch of the weighted draws,
     * so that chains are independent of each other. Copies of one draw follow each other, so that effective sizes by
     * autocorrelation see them.
     *
     * @param count number of draws of each chain
     */
    public List<Trace> resampled(int chains, int count, UniformRandomProvider stream) {
        List<Integer> chosen = LogWeights.resample(logWeights(), chains * count, stream);
        List<Trace> traces = new ArrayList<>();
        for (int c = 0; c < chains; c++) {
            traces.add(Trace.of(chosen.subList(c * count, (c + 1) * count).stream()
                    .map(draws::get)
                    .toList()));
        }
        return traces;
    }

    /** States for chains to start from, resampled by weight. */
    public List<State> starts(int count, UniformRandomProvider stream) {
        return LogWeights.resample(logWeights(), count, stream).stream()
                .map(draws::get)
                .toList();
    }
}
