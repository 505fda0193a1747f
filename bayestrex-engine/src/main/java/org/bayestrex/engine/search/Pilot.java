/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.sampler.AdmittedPrior;
import org.bayestrex.engine.sampler.PointSource;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.WeightedDraws;

/**
 * Plain draws from the prior, forward passes only: how rare is the level set, and where does the search
 * begin?
 *
 * <p>With fewer than {@value #ENOUGH_HITS} hits a second, larger stage follows. Its size depends on the
 * first stage alone and its draws alone give the rate, so that the exact interval stays exact.
 */
final class Pilot implements PointSource {

    static final int ENOUGH_HITS = 25;

    /** The second stage's draws, as a multiple of the first stage's. */
    static final int SECOND_STAGE = 4;

    private final Prior prior;
    private final int firstStage;
    private final int enough;
    private final Posterior posterior;
    private final UniformRandomProvider random;
    private final List<State> draws = new ArrayList<>();

    private final Predicate<Pilot> wantsMore;

    private int total;
    private int drawn;
    private int firstHits;
    private int secondHits;

    Pilot(Prior prior, int firstStage, Posterior posterior, UniformRandomProvider random) {
        this(prior, firstStage, posterior, random, pilot -> false);
    }

    /**
     * A pilot whose second stage may be wanted for more than a few hits.
     *
     * @param wantsMore looks at the first stage, beside the number of its hits
     */
    Pilot(Prior prior, int firstStage, Posterior posterior, UniformRandomProvider random, Predicate<Pilot> wantsMore) {
        this(prior, firstStage, posterior, random, ENOUGH_HITS, wantsMore);
    }

    /**
     * A pilot whose second stage follows where the first has fewer hits than so many.
     *
     * @param enough hits; 0 where others will tell how often, and the draws are dear
     */
    Pilot(
            Prior prior,
            int firstStage,
            Posterior posterior,
            UniformRandomProvider random,
            int enough,
            Predicate<Pilot> wantsMore) {
        this.prior = prior;
        this.enough = enough;
        this.firstStage = firstStage;
        this.total = firstStage;
        this.posterior = posterior;
        this.wantsMore = wantsMore;
        this.random = random;
    }

    @Override
    public boolean wantsMore() {
        return drawn < total;
    }

    @Override
    public double[] next() {
        drawn++;
        return prior.draw(random);
    }

    @Override
    public void answer(double[] position, Evaluation evaluation) {
        boolean first = draws.size() < firstStage;
        draws.add(new State(position, evaluation));
        if (posterior.contains(evaluation)) {
            if (first) {
                firstHits++;
            } else {
                secondHits++;
            }
        }
        if (draws.size() == firstStage && (firstHits < enough || wantsMore.test(this))) {
            total = most();
        }
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

    int firstStage() {
        return firstStage;
    }

    /** Draws of both stages, whether or not the second one is made. */
    int most() {
        return firstStage + SECOND_STAGE * firstStage;
    }

    /** Hits of both stages. */
    int allHits() {
        return firstHits + secondHits;
    }

    /** Points at which the model gave NaN. */
    long broken() {
        return draws.stream().filter(draw -> draw.evaluation().isBroken()).count();
    }

    /** P(input in the level set), by the stage that was reserved for it. */
    Rate mass() {
        return mass(Rate.DEFAULT_LEVEL);
    }

    /** The same at another level. */
    Rate mass(double level) {
        int trials = draws.size() > firstStage ? draws.size() - firstStage : draws.size();
        return ClopperPearson.of(hits(), trials, level, "prior draws");
    }

    /** By the draws of both stages: at their planned numbers alone, not where hits decided on the second one. */
    Rate massOfAll(double level) {
        return ClopperPearson.of(allHits(), draws.size(), level, "prior draws");
    }

    /** Whether it saw enough for its exact interval to be the answer. */
    boolean settlesMass() {
        return hits() >= ENOUGH_HITS;
    }

    /** Those by which the mass is told. */
    int hits() {
        return draws.size() > firstStage ? secondHits : firstHits;
    }

    /** Its draws, each weighted by its likelihood: draws of the posterior, few where that is rare. */
    WeightedDraws asWeighted(UniformRandomProvider stream) {
        WeightedDraws weighted = new WeightedDraws(new AdmittedPrior(prior), draws.size(), stream);
        draws.forEach(draw -> weighted.answer(draw.position(), draw.evaluation()));
        return weighted;
    }

    List<State> draws() {
        return draws;
    }
}
