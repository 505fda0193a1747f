/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.rate.ImportanceRate;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.sampler.AdmittedProposal;
import org.bayestrex.engine.sampler.AdmittedShare;
import org.bayestrex.engine.sampler.WeightedDraws;

/**
 * The candidates of the chains' global moves, where these come from a proposal that is drawn again until it is admitted: independent draws of a frozen
 * proposal, so that they tell a mass whatever the chains do with them.
 */
final class GlobalDraws {

    private final AdmittedProposal proposal;
    private final AdmittedShare prior;
    private final List<WeightedDraws> stretches = new ArrayList<>();

    /**
     * None yet.
     *
     * @param prior share of N(0, I) that is admitted
     */
    GlobalDraws(AdmittedProposal proposal, AdmittedShare prior) {
        this.proposal = proposal;
        this.prior = prior;
    }

    /** Adds a stretch of candidates, all of them answered. */
    void add(WeightedDraws candidates) {
        stretches.add(candidates);
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    /**
     * The mass of a set among what is admitted. Both admitted shares were counted, apart from these draws: their errors, on the
     * log scale, widen the interval by as much as they add to its variance.
     */
    Rate mass(Predicate<Evaluation> set, double level) {
        double[] weights = stretches.stream()
                .flatMapToDouble(stretch -> Arrays.stream(stretch.massWeights(set)))
                .map(weight -> weight / prior.value())
                .toArray();
        double bound = proposal.largestPriorRatio() / prior.value();
        double largest = Math.max(bound, DoubleStream.of(weights).max().orElse(0));
        Rate exact = ImportanceRate.of(weights, largest, level, "draws of a learned proposal");
        return exact.withLogError(
                Math.sqrt(prior.logVariance() + proposal.share().logVariance()));
    }
}
