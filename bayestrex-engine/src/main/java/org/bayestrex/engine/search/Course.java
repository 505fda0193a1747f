/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.sampler.MixtureRounds;

/**
 * Which stages a search goes through, by its method and by what the stages before have shown.
 *
 * @param chains that want to be started
 * @param pilot whose hits may settle the mass
 */
record Course(Method method, int chains, Prior prior, Pilot pilot) {

    /** Hits at which a pilot may end: with a structure none, as a second stage would be dear and rounds learn from few. */
    static int enoughHits(Method method, Prior prior) {
        return isStructuredAuto(method, prior) ? 0 : Pilot.ENOUGH_HITS;
    }

    private static boolean isStructuredAuto(Method method, Prior prior) {
        return method == Method.AUTO && prior.isStructured();
    }

    boolean isStructuredAuto() {
        return isStructuredAuto(method, prior);
    }

    /** Whether rounds of proposals are drawn. */
    boolean adapts() {
        return method == Method.AUTO || method == Method.MIXTURE;
    }

    /**
     * Whether particles check the mass where the pilot cannot, lead on where the rounds stalled, or start chains that nobody
     * else leads to the level set.
     */
    boolean needsParticles(MixtureRounds rounds) {
        return switch (method) {
            case AUTO -> !leads(rounds) || (!prior.isStructured() && !pilot.settlesMass());
            case NUTS, ELLIPTICAL_SLICE, RANDOM_WALK, OWN_MOVES -> !leads(rounds);
            case MIXTURE, DIRECT -> false;
        };
    }

    /** Whether particles are wanted for nothing but the mass. */
    boolean checksOnly(MixtureRounds rounds) {
        return method == Method.AUTO && leads(rounds);
    }

    /** Whether the draws so far lead on: to a useful mixture, to plain draws, or to starts for all chains. */
    private boolean leads(MixtureRounds rounds) {
        if (isGeneralAuto() || drawsPlainly(rounds)) {
            return rounds.isUseful();
        }
        boolean enough = rounds.effectiveSize() >= chains;
        return enough && (rounds.isUseful() || !isStructuredAuto());
    }

    /**
     * {@link Method#AUTO} with a mixture of normal components, whose weighted draws may be handed out. Such a mixture does not
     * follow latents with a structure, categories and forbidden regions.
     */
    private boolean isGeneralAuto() {
        return method == Method.AUTO && !prior.isStructured();
    }

    /** Whether independent draws are weighed before chains, or instead of them. */
    boolean weighs(MixtureRounds rounds) {
        return isGeneralAuto() ? rounds.isUseful() : !method.hasChains() || drawsPlainly(rounds);
    }

    /**
     * Where nothing can be learned of a structured distribution, global moves would be draws of the prior as well, most of
     * them refused: weighed instead, each hit counts. Being the prior's own, they need no chains to check them.
     */
    boolean drawsPlainly(MixtureRounds rounds) {
        return isStructuredAuto() && rounds.isUseful() && rounds.keepsPrior();
    }

    /** Whether chains have global moves of a proposal that was learned for them alone. */
    boolean movesByLearned(MixtureRounds rounds) {
        return isStructuredAuto() && rounds.isUseful();
    }
}
