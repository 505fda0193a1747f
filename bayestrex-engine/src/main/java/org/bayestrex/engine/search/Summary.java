/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.label.SpecimenId;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.Trace;
import org.bayestrex.engine.sampler.WeightedDraws;
import org.bayestrex.engine.search.Findings.Effort;
import org.bayestrex.engine.search.Findings.Rates;
import org.jspecify.annotations.Nullable;

/** From draws to findings. */
final class Summary {

    /** Independent stretches of the weighted draws, held against each other as chains are: few, so that each is long. */
    private static final int STRETCHES = 4;

    private static final int MOST_PRIOR_DRAWS = 1000;

    private final SearchSpec spec;
    private final Posterior posterior;
    private final Evidence evidence;
    private final @Nullable WeightedEvidence weightedEvidence;
    /** The draws that are handed out. */
    private final List<Trace> traces;

    private final boolean fromWeighted;

    Summary(SearchSpec spec, Posterior posterior, RandomStreams streams, Evidence evidence) {
        this.spec = spec;
        this.posterior = posterior;
        this.evidence = evidence;
        WeightedDraws weighted = evidence.weighted();
        boolean any = weighted != null && weighted.effectiveSize() > 0;
        this.weightedEvidence =
                weighted != null && any ? WeightedEvidence.of(weighted, posterior, evidence.traces()) : null;
        int samples = spec.sampling().chains() * spec.sampling().draws();
        boolean chained = evidence.traces().stream().anyMatch(trace -> trace.size() > 0);
        this.fromWeighted = weightedEvidence != null && (weightedEvidence.isTrusted() || !chained);
        this.traces = weighted != null && fromWeighted
                ? weighted.resampled(STRETCHES, samples / STRETCHES, streams.stream("resampling"))
                : evidence.traces();
    }

    Findings findings(Supplier<Duration> elapsed) {
        List<Sample> samples = samples();
        Labels labels = Labels.of(spec, samples);
        MassEstimates masses = MassEstimates.of(evidence, posterior);
        Diagnostics diagnostics =
                new Convergence(evidence, weightedEvidence, masses.problems()).of(traces, fromWeighted);
        WeightedDraws handedOut = fromWeighted ? evidence.weighted() : null;
        Rates rates = new Labelling(spec, posterior, handedOut, levelSetDraws(), samples, labels)
                .rates(masses, evidence.pilot());
        return new Findings(spec, labels.on(samples), diagnostics, rates, effort(elapsed.get()), priorDraws());
    }

    private LevelSetDraws levelSetDraws() {
        return fromWeighted
                ? LevelSetDraws.ofResampled(traces, posterior)
                : LevelSetDraws.ofChains(traces, posterior, evidence.ancestors());
    }

    private List<PriorDraw> priorDraws() {
        return evidence.pilot().draws().stream()
                .filter(draw -> !draw.evaluation().isBroken())
                .limit(MOST_PRIOR_DRAWS)
                .map(draw -> new PriorDraw(
                        draw.position(),
                        Posterior.probabilities(draw.evaluation().logits())))
                .toList();
    }

    private List<Sample> samples() {
        List<double[]> positions = new ArrayList<>();
        traces.forEach(trace -> positions.addAll(List.of(trace.positions())));
        List<Tensor> inputs = new Inputs(spec.distribution()).at(positions);
        SpecimenId ids = new SpecimenId(spec.classifier(), spec.distribution());
        List<Sample> samples = new ArrayList<>(positions.size());
        for (int chain = 0; chain < traces.size(); chain++) {
            List<State> states = traces.get(chain).states();
            for (int draw = 0; draw < states.size(); draw++) {
                State state = states.get(draw);
                double[] confidences =
                        Posterior.probabilities(state.evaluation().logits());
                Sample sample = new Sample(
                        state.position(),
                        inputs.get(samples.size()),
                        state.evaluation().logits(),
                        confidences,
                        chain,
                        draw,
                        posterior.contains(confidences),
                        state.evaluation().logDensity());
                samples.add(sample.named(ids.of(state.position())));
            }
        }
        return samples;
    }

    private Effort effort(Duration elapsed) {
        Parts parts = new Parts(evidence, elapsed.toNanos() / 1e9);
        return new Effort(
                parts.gradients(), parts.forwards(), elapsed, parts.all(Convergence.minBulkEss(evidence.traces())));
    }
}
