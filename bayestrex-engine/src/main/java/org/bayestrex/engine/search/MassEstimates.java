/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.rate.Agreement;
import org.bayestrex.engine.rate.ImportanceRate;
import org.bayestrex.engine.rate.IslandRate;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.sampler.LogOddsSmc;
import org.bayestrex.engine.sampler.WeightedDraws;

/**
 * How often an input of the data distribution lies in the level set, by each sampler that can tell.
 *
 * @param best the one that is reported: the pilot's where it saw enough, else the narrower of the weighted draws' and the
 *     islands', where they contradict each other the islands', and where neither found anything, or the islands stalled, the pilot's bound
 * @param bestAt the same one at another level
 * @param all every estimate, the pilot's first
 * @param contradictions between them, each a sentence
 * @param warnings what leaves the reported one right, but the search without a check
 */
record MassEstimates(
        Rate best, DoubleFunction<Rate> bestAt, List<Rate> all, List<String> contradictions, List<String> warnings) {

    private static final String STALLED =
            "Sequential Monte Carlo did not reach the level set within its limits, so that "
                    + "nothing checks how often this happens but plain prior draws: the level set may be too rare, or too far from "
                    + "anything that leads to it.";

    private static final int COMPARISONS = 3;

    /** Of a search that is over. */
    static MassEstimates of(Evidence evidence, Posterior posterior) {
        return of(evidence, posterior, false);
    }

    /** Of a search on its way, at a planned number of weighted draws. */
    static MassEstimates onTheWay(Evidence evidence, Posterior posterior) {
        return of(evidence, posterior, true);
    }

    /** By all of the pilot's draws, at a planned number of them. */
    static MassEstimates ofPilot(Pilot pilot) {
        Rate mass = pilot.massOfAll(Rate.DEFAULT_LEVEL);
        return new MassEstimates(mass, pilot::massOfAll, List.of(mass), List.of(), List.of());
    }

    private static MassEstimates of(Evidence evidence, Posterior posterior, boolean planned) {
        Rate pilot = evidence.pilot().mass();
        List<Rate> all = new ArrayList<>(List.of(pilot));
        List<DoubleFunction<Rate>> atLevel = new ArrayList<>(List.of(evidence.pilot()::mass));
        Rate best = pilot;
        for (DoubleFunction<Rate> sampler : samplers(evidence, posterior, planned)) {
            Rate rate = sampler.apply(Rate.DEFAULT_LEVEL);
            if (rate.lower() > 0) {
                all.add(rate);
                atLevel.add(sampler);
                best = best.equals(pilot) || ratio(rate) < ratio(best) ? rate : best;
            }
        }
        LogOddsSmc smc = evidence.smc();
        List<String> contradictions = contradictions(all);
        boolean stalled = smc != null && smc.stalled() && !evidence.pilot().settlesMass();
        if (evidence.pilot().settlesMass() || stalled) {
            best = pilot;
        } else if (!contradictions.isEmpty()) {
            best = all.get(Math.min(1, all.size() - 1)); // the islands', or what there is
        }
        return new MassEstimates(
                best, atLevel.get(all.indexOf(best)), all, contradictions, stalled ? List.of(STALLED) : List.of());
    }

    /** What else can tell: the islands', the weighted draws' and the global candidates' estimates at any level. */
    private static List<DoubleFunction<Rate>> samplers(Evidence evidence, Posterior posterior, boolean planned) {
        List<DoubleFunction<Rate>> samplers = new ArrayList<>();
        LogOddsSmc smc = evidence.smc();
        if (smc != null && smc.isDone() && !smc.stalled()) {
            samplers.add(level -> IslandRate.of(smc.logMasses(), level));
        }
        WeightedDraws weighted = evidence.weighted();
        // Their number may be fixed, planned, or the clock's; not one that waits for what they say.
        boolean fixed = planned || evidence.deadline();
        if (weighted != null && (weighted.isDone() || (fixed && weighted.answered() > 0))) {
            samplers.add(level -> ofDraws(weighted, posterior, level));
        }
        GlobalDraws global = evidence.global();
        if (global != null && !global.isEmpty()) {
            samplers.add(level -> global.mass(posterior::contains, level));
        }
        return samplers;
    }

    /** The same, the reported one at another level. */
    MassEstimates at(double level) {
        return level == best.level()
                ? this
                : new MassEstimates(bestAt.apply(level), bestAt, all, contradictions, warnings);
    }

    /** All that speaks against the search. */
    List<String> problems() {
        return Stream.concat(contradictions.stream(), warnings.stream()).toList();
    }

    private static double ratio(Rate rate) {
        return rate.upper() / rate.lower();
    }

    private static Rate ofDraws(WeightedDraws weighted, Posterior posterior, double level) {
        double[] weights = weighted.massWeights(posterior::contains);
        double largest = Math.max(
                weighted.largestMassWeight(), DoubleStream.of(weights).max().orElse(0));
        String what = largest > 1 ? "draws of a fitted mixture" : "draws of the prior";
        return ImportanceRate.of(weights, largest, level, what);
    }

    private static List<String> contradictions(List<Rate> all) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (!Agreement.of(all.get(i), all.get(j)).holds(COMPARISONS)) {
                    sentences.add(
                            "Two samplers contradict each other on how often this happens: " + all.get(i) + ", but "
                                    + all.get(j)
                                    + ". One of them misses a part of the level set. Ask for more draws; where that "
                                    + "does not help, trust the larger.");
                }
            }
        }
        return sentences;
    }
}
