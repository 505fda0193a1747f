/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.bayestrex.engine.diagnostics.Bfmi;
import org.bayestrex.engine.diagnostics.EffectiveSampleSize;
import org.bayestrex.engine.diagnostics.MonteCarloError;
import org.bayestrex.engine.diagnostics.ParetoK;
import org.bayestrex.engine.diagnostics.RHat;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.Trace;
import org.bayestrex.engine.sampler.Transition;
import org.bayestrex.engine.search.Diagnostics.ChainSummary;
import org.bayestrex.engine.search.Diagnostics.Quantity;
import org.jspecify.annotations.Nullable;

/** Whether draws can be trusted, and what to do where they can't (thresholds of Vehtari et al. 2021, 2024). */
final class Convergence {

    static final double MAX_R_HAT = 1.01;
    static final double MIN_ESS = 400;
    static final double MIN_BFMI = .3;
    static final double MAX_DIVERGENT_SHARE = .01;
    private static final int LEAST_ENERGIES = 50;
    private static final String LOG_DENSITY = "log density";

    private final Summaries summaries;
    private final Evidence evidence;
    private final @Nullable WeightedEvidence weighted;

    private final List<String> contradictions;

    /**
     * A judge of a search.
     *
     * @param summaries what is compared, beside the log density
     * @param weighted what speaks for and against the weighted draws; null without any
     * @param contradictions between the estimates of the mass
     */
    Convergence(
            Summaries summaries, Evidence evidence, @Nullable WeightedEvidence weighted, List<String> contradictions) {
        this.summaries = summaries;
        this.evidence = evidence;
        this.weighted = weighted;
        this.contradictions = contradictions;
    }

    /** Smallest bulk effective size over summaries and log density; NaN without draws. */
    double minBulkEss(List<Trace> traces) {
        int draws = shortest(traces);
        return draws == 0
                ? Double.NaN
                : worst(judged(quantities(traces, draws)), Quantity::bulkEss, Comparator.naturalOrder());
    }

    private static int shortest(List<Trace> traces) {
        return traces.stream().mapToInt(Trace::size).min().orElse(0);
    }

    /**
     * Judges the draws that are handed out.
     *
     * @param traces those draws
     * @param fromWeighted whether they are weighted draws, resampled; else they are the chains' own
     */
    Diagnostics of(List<Trace> traces, boolean fromWeighted) {
        int draws = shortest(traces);
        List<Quantity> quantities = draws == 0 ? List.of() : quantities(traces, draws);
        List<ChainSummary> chains =
                evidence.traces().stream().map(Convergence::chain).toList();
        List<Quantity> judged = judged(quantities);
        double rHat = worst(judged, Quantity::rHat, Comparator.reverseOrder());
        double bulk = worst(judged, Quantity::bulkEss, Comparator.naturalOrder());
        double tail = worst(judged, Quantity::tailEss, Comparator.naturalOrder());
        double bfmi = chains.stream()
                .mapToDouble(ChainSummary::bfmi)
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(Double.NaN);
        int divergences = chains.stream().mapToInt(ChainSummary::divergences).sum();

        List<String> problems = new ArrayList<>();
        if (evidence.deadline()) {
            problems.add(
                    "The deadline ended the search after %d draws of each chain. Give it more time ".formatted(draws)
                            + "(@Sampling(deadlineSeconds = ...) or bayestrex.deadline), or ask for fewer draws.");
        }
        if (draws > 0) {
            if (!(rHat <= MAX_R_HAT)) {
                problems.add(rHatProblem(quantities, rHat, draws));
            }
            if (!(Math.min(bulk, tail) >= MIN_ESS)) {
                problems.add(essProblem(bulk, tail, draws));
            }
            if (!fromWeighted) {
                addChainProblems(problems, chains, divergences, bfmi);
                if (2 * evidence.ancestors() < chains.size()) {
                    problems.add(say(
                            "The %d chains descend from only %d independent draws, so that what those did not lead to is "
                                    + "missed by all of them. Ask for @Sampling(method = AUTO), or for more chains.",
                            chains.size(), evidence.ancestors()));
                }
            }
        }
        problems.addAll(contradictions);
        if (weighted != null) {
            problems.addAll(weighted.disagreements());
            if (fromWeighted && !weighted.hasTrustedTail()) {
                problems.add(say(
                        "Few of the weighted draws carry most of the weight: Pareto k is %.2f, and from %.1f on their "
                                + "means cannot be trusted. Ask for more draws, or for @Sampling(method = AUTO), whose "
                                + "chains do not depend on the weights.",
                        weighted.paretoK(), ParetoK.TRUSTED_BELOW));
            }
        }
        return new Diagnostics(
                rHat,
                bulk,
                tail,
                divergences,
                bfmi,
                weighted == null ? Double.NaN : weighted.paretoK(),
                evidence.ancestors(),
                fromWeighted ? Part.WEIGHTED : Part.CHAINS,
                quantities,
                chains,
                problems);
    }

    private static void addChainProblems(
            List<String> problems, List<ChainSummary> chains, int divergences, double bfmi) {
        int transitions = chains.stream().mapToInt(ChainSummary::draws).sum();
        double error =
                chains.stream().mapToDouble(ChainSummary::maxEnergyError).max().orElse(Double.NaN);
        if (divergences > MAX_DIVERGENT_SHARE * transitions) {
            problems.add(say(
                    "%d of %d transitions diverged, %.1f %%, with energy errors of up to %.3g; at most %.0f %% may: NUTS "
                            + "cannot follow the level set somewhere. Ask for more warm-up, or for "
                            + "@Sampling(method = ELLIPTICAL_SLICE).",
                    divergences, transitions, 100.0 * divergences / transitions, error, 100 * MAX_DIVERGENT_SHARE));
        }
        if (bfmi < MIN_BFMI) {
            problems.add(say(
                    "E-BFMI is %.2f on one chain; below %.1f the chain explores the tails too slowly. "
                            + "Ask for more warm-up and draws.",
                    bfmi, MIN_BFMI));
        }
    }

    private static String rHatProblem(List<Quantity> quantities, double rHat, int draws) {
        if (Double.isNaN(rHat)) {
            return "R-hat cannot be computed from " + draws + " draws of each chain: there are too few, or they never "
                    + "move. Ask for more draws.";
        }
        String where = quantities.stream()
                .filter(quantity -> quantity.rHat() == rHat)
                .map(Quantity::name)
                .findFirst()
                .orElseThrow();
        return say(
                "R-hat is %.3f for %s; above %.2f the chains do not agree on one distribution. Ask for more draws; where "
                        + "that does not help, the level set has parts between which chains seldom move.",
                rHat, where, MAX_R_HAT);
    }

    private static String essProblem(double bulk, double tail, int draws) {
        if (Double.isNaN(bulk) || Double.isNaN(tail)) {
            return "What the draws are worth cannot be computed from " + draws + " of each chain. Ask for more draws.";
        }
        return say(
                "The draws are worth only %.0f independent ones in the bulk and %.0f in the tails; %.0f are needed. "
                        + "Ask for more draws.",
                bulk, tail, MIN_ESS);
    }

    private static String say(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    /** The worst figure; NaN, which means undefined, is worse than any. */
    private static double worst(
            List<Quantity> quantities, ToDoubleFunction<Quantity> figure, Comparator<Double> worstFirst) {
        List<Double> values = quantities.stream().map(figure::applyAsDouble).toList();
        if (values.stream().anyMatch(value -> value.isNaN())) {
            return Double.NaN;
        }
        return values.stream().min(worstFirst).orElse(Double.NaN);
    }

    /**
     * What chains can disagree about: not a summary that is the same in all draws of all chains, as the number of balls is
     * where the posterior wants five. Chains that never move show in the log density.
     */
    private static List<Quantity> judged(List<Quantity> quantities) {
        return quantities.stream()
                .filter(quantity ->
                        quantity.standardDeviation() != 0 || quantity.name().equals(LOG_DENSITY))
                .toList();
    }

    private List<Quantity> quantities(List<Trace> traces, int draws) {
        List<Quantity> quantities = new ArrayList<>();
        double[][][] values = summaries.of(traces, draws);
        for (int j = 0; j < values.length; j++) {
            quantities.add(quantity(summaries.names().get(j), values[j]));
        }
        quantities.add(quantity(
                LOG_DENSITY, series(traces, draws, state -> state.evaluation().logDensity())));
        return quantities;
    }

    private static Quantity quantity(String name, double[][] draws) {
        if (Arrays.stream(draws)
                        .flatMapToDouble(Arrays::stream)
                        .distinct()
                        .limit(2)
                        .count()
                == 1) {
            // Means of equal numbers may differ from them in the last bit.
            return new Quantity(name, draws[0][0], 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean =
                Arrays.stream(draws).flatMapToDouble(Arrays::stream).average().orElse(Double.NaN);
        double variance = Arrays.stream(draws)
                .flatMapToDouble(Arrays::stream)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(Double.NaN);
        return new Quantity(
                name,
                mean,
                Math.sqrt(variance),
                MonteCarloError.ofMean(draws),
                RHat.of(draws),
                EffectiveSampleSize.bulk(draws),
                EffectiveSampleSize.tail(draws));
    }

    private static double[][] series(List<Trace> traces, int draws, ToDoubleFunction<State> figure) {
        return traces.stream()
                .map(trace ->
                        trace.states().stream().limit(draws).mapToDouble(figure).toArray())
                .toArray(double[][]::new);
    }

    private static ChainSummary chain(Trace trace) {
        boolean hamiltonian = hamiltonianMoves(trace).findAny().isPresent();
        return new ChainSummary(
                trace.size(),
                hamiltonian ? mean(trace, Transition::acceptance) : Double.NaN,
                trace.stepSize(),
                hamiltonian ? mean(trace, Transition::depth) : Double.NaN,
                trace.divergences(),
                trace.transitions().stream()
                        .mapToDouble(Transition::energyError)
                        .max()
                        .orElse(Double.NaN),
                hamiltonian
                        ? bfmi(hamiltonianMoves(trace)
                                .mapToDouble(Transition::energy)
                                .toArray())
                        : Double.NaN);
    }

    /** E-BFMI is a ratio of variances: of a few energies it says nothing. */
    private static double bfmi(double[] energies) {
        return energies.length < LEAST_ENERGIES ? Double.NaN : Bfmi.of(energies);
    }

    private static double mean(Trace trace, ToDoubleFunction<Transition> figure) {
        return hamiltonianMoves(trace).mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** The transitions in which NUTS took part; in a composition it need not be in all of them. */
    private static Stream<Transition> hamiltonianMoves(Trace trace) {
        return trace.transitions().stream().filter(transition -> !Double.isNaN(transition.energy()));
    }
}
