/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.rate.DrawsNeeded;
import org.bayestrex.engine.rate.Gate;
import org.bayestrex.engine.rate.Gate.Side;
import org.bayestrex.engine.rate.Gates;
import org.bayestrex.engine.rate.Quantity;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.sampler.Method;

/**
 * Whether a gate could pass if everything went as well as it can. One that could not is refused before anything is
 * drawn, for it would cost a search to learn what is known.
 *
 * <p>Methods that look for rare predictions estimate masses far below what plain draws can bound; of them nothing is
 * refused for a small limit.
 */
final class Feasibility {

    private static final int PROBES = 8;

    private Feasibility() {}

    /**
     * Refuses gates that cannot pass.
     *
     * @throws UndecidableGateException says why, and how many draws could
     */
    static void require(SearchSpec spec) {
        Gates gates = spec.gates();
        double level = new GateLooks(spec).plan().level(true);
        for (Gate gate : gates.gates()) {
            boolean ofMass = gate.quantity() != Quantity.WRONG_LABEL_SHARE;
            if (ofMass) {
                requireEnoughPlainDraws(gate, spec.sampling(), level);
            } else {
                requireLabels(gate, spec, level);
            }
        }
    }

    private static void requireEnoughPlainDraws(Gate gate, Sampling sampling, double level) {
        boolean plainOnly = sampling.method() == Method.DIRECT || gate.side() == Side.ABOVE;
        double draws = Math.max((double) Pilot.SECOND_STAGE * sampling.pilot(), sampling.mostWeightedDraws());
        if (plainOnly && !couldPass(gate, draws, level)) {
            throw tooFew(gate, draws, "plain draws of the pilot and the method", level);
        }
    }

    private static void requireLabels(Gate gate, SearchSpec spec, double level) {
        var known = Labelling.byConstruction(spec);
        if (known.isPresent()) {
            return; // decided by what the distribution was made of, whichever way
        }
        if (spec.oracles().isEmpty() && spec.target().claimedClass().isEmpty()) {
            throw new UndecidableGateException(
                    gate,
                    "INCONCLUSIVE before any draw: %s cannot be decided, for %s claims no class that could be wrong. Look at the level-set mass instead."
                            .formatted(gate, spec.target().describe()));
        }
        if (spec.oracles().isEmpty() && !labelsItsInputs(spec.distribution())) {
            throw new UndecidableGateException(
                    gate,
                    "INCONCLUSIVE before any draw: %s cannot be decided, for nobody knows the true labels of %s. Say who labels the findings, or limit the level-set mass."
                            .formatted(gate, spec.distribution().name()));
        }
        double draws = (double) spec.sampling().chains() * spec.sampling().draws();
        if (!couldPass(gate, draws, level)) {
            throw tooFew(gate, draws, "draws that are labelled", level);
        }
    }

    /** Tried at a few points, as nothing says so. */
    private static boolean labelsItsInputs(DataDistribution distribution) {
        List<double[]> points = IntStream.range(0, PROBES)
                .mapToObj(probe -> IntStream.range(0, distribution.latentSize())
                        .mapToDouble(i -> ((probe * PROBES + i) * 37 % 17 - 8) / 4f)
                        .toArray())
                .toList();
        return Prior.of(distribution).admitted(points).stream()
                .anyMatch(point -> distribution.labelOf(Prior.rounded(point)).isPresent());
    }

    private static UndecidableGateException tooFew(Gate gate, double draws, String what, double level) {
        OptionalDouble needed = DrawsNeeded.toSettle(best(gate), gate.limit(), level);
        return new UndecidableGateException(
                gate,
                String.format(
                        Locale.ROOT,
                        "INCONCLUSIVE before any draw: %s cannot pass with at most %,.0f %s, whatever they show. %s.",
                        gate,
                        draws,
                        what,
                        needed.isPresent()
                                ? String.format(Locale.ROOT, "%,.0f or more could", needed.getAsDouble())
                                : "No reasonable number could"));
    }

    /** None of the draws for a limit above, all for one below. */
    private static boolean couldPass(Gate gate, double draws, double level) {
        double alpha = (1 - level) / 2;
        Rate best = gate.side() == Side.BELOW
                ? new Rate(0, 0, ClopperPearson.upper(0, draws, alpha), level, "none")
                : new Rate(1, ClopperPearson.lower(draws, draws, alpha), 1, level, "all");
        return gate.verdict(best) == Verdict.PASS;
    }

    private static double best(Gate gate) {
        return gate.side() == Side.BELOW ? 0 : 1;
    }
}
