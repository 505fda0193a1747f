/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.List;
import java.util.OptionalInt;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.rate.ChainMean;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.WeightedMean;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.Trace;
import org.bayestrex.engine.sampler.WeightedDraws;
import org.bayestrex.engine.search.Findings.Rates;

/**
 * What the true labels of generated inputs say, as far as they are known: a class that the distribution
 * leaves out is always wrong.
 *
 * <p>Means over the level set are means under the data distribution: draws of the posterior weigh 1 / likelihood there.
 *
 * @param fromWeighted whether the weighted draws are the ones that are handed out
 */
record Labelling(SearchSpec spec, Posterior posterior, Evidence evidence, boolean fromWeighted) {

    private static final String WHAT = "draws in the level set";

    Rates rates(MassEstimates masses) {
        Rate mass = masses.best();
        OptionalInt claimed = spec.target().claimedClass();
        if (claimed.isPresent() && spec.distribution().excludedClasses().contains(claimed.getAsInt())) {
            Rate wrong = Rate.known(
                    1,
                    "%s holds no example of class %d"
                            .formatted(spec.distribution().name(), claimed.getAsInt()));
            return new Rates(
                    masses.all(),
                    masses.contradictions(),
                    mass,
                    wrong,
                    mass.times(wrong),
                    confidence(claimed.getAsInt()));
        }
        Rate unknown = Rate.unknown("no oracle knows the true labels of generated inputs");
        return new Rates(masses.all(), masses.contradictions(), mass, unknown, mass.times(unknown), unknown);
    }

    /** Mean confidence in a class over the level set. */
    private Rate confidence(int cls) {
        WeightedDraws weighted = evidence.weighted();
        return weighted != null && fromWeighted ? ofDraws(cls, weighted) : ofChains(cls);
    }

    private Rate ofDraws(int cls, WeightedDraws weighted) {
        double[] weights = weighted.massWeights(posterior::contains);
        double[] confidences = weighted.draws().stream()
                .mapToDouble(draw -> draw.evaluation().isBroken() ? 0 : probability(draw, cls))
                .toArray();
        return WeightedMean.ofIndependent(confidences, weights, Rate.DEFAULT_LEVEL, WHAT);
    }

    private Rate ofChains(int cls) {
        List<Trace> traces = evidence.traces();
        double[][] confidences = new double[traces.size()][];
        double[][] weights = new double[traces.size()][];
        for (int chain = 0; chain < confidences.length; chain++) {
            List<State> states = traces.get(chain).states();
            confidences[chain] = states.stream()
                    .mapToDouble(state -> probability(state, cls))
                    .toArray();
            weights[chain] = states.stream().mapToDouble(this::weight).toArray();
        }
        return ChainMean.of(WHAT).among(confidences, weights, evidence.ancestors());
    }

    /** From the relaxed posterior to the data distribution within the level set. */
    private double weight(State state) {
        double[] probabilities = Posterior.probabilities(state.evaluation().logits());
        return posterior.contains(probabilities) ? Math.exp(-state.evaluation().logLikelihood()) : 0;
    }

    private static double probability(State state, int cls) {
        return Posterior.probabilities(state.evaluation().logits())[cls];
    }
}
