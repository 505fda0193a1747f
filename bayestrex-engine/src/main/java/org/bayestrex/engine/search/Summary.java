/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.label.SpecimenId;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.GateReport;
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
    private final @Nullable WeightedDraws weighted;
    private final @Nullable WeightedEvidence weightedEvidence;
    /** The draws that are handed out. */
    private final List<Trace> traces;

    private final boolean fromWeighted;
    private final GateLooks looks;

    Summary(SearchSpec spec, Posterior posterior, RandomStreams streams, Evidence evidence, GateLooks looks) {
        this.spec = spec;
        this.posterior = posterior;
        this.evidence = evidence;
        this.looks = looks;
        WeightedDraws weighted = handedOut(streams);
        boolean any = weighted != null && weighted.effectiveSize() > 0;
        this.weightedEvidence =
                weighted != null && any ? WeightedEvidence.of(weighted, posterior, evidence.traces()) : null;
        int samples = samples(weighted);
        boolean chained = evidence.traces().stream().anyMatch(trace -> trace.size() > 0);
        this.weighted = weighted;
        this.fromWeighted = weightedEvidence != null && (weightedEvidence.isTrusted() || !chained);
        this.traces = weighted != null && fromWeighted
                ? weighted.resampled(STRETCHES, samples / STRETCHES, streams.stream("resampling"))
                : evidence.traces();
    }

    Findings findings(Supplier<Duration> elapsed) {
        List<Sample> samples = samples();
        Labels labels = Labels.of(spec, samples);
        MassEstimates ended = looks.ended();
        boolean early = ended != null;
        MassEstimates masses = (ended == null ? MassEstimates.of(evidence, posterior) : ended)
                .at(looks.plan().level(!early));
        Convergence convergence = convergence(problems(masses));
        Diagnostics diagnostics = convergence.of(traces, fromWeighted);
        WeightedDraws handedOut = fromWeighted ? weighted : null;
        Labelling labelling = new Labelling(spec, posterior, handedOut, levelSetDraws(), samples, labels, early);
        GateReport gates = new GateSummary(looks, labelling, masses, diagnostics.problems()).report();
        Rates rates = labelling.rates(masses, evidence.pilot(), gates);
        return new Findings(
                spec, labels.on(samples), diagnostics, rates, effort(convergence, elapsed.get()), priorDraws());
    }

    /** What was drawn when its gates ended the search is there to be looked at, and says so. */
    private List<String> problems(MassEstimates masses) {
        List<String> problems = new ArrayList<>(masses.problems());
        if (looks.ended() != null) {
            problems.add("The search ended as soon as its gates were decided, with the draws that it had by then: "
                    + "its gates rest on none of these. Ask for all draws with @Gate(stopEarly = false).");
        }
        if (!looks.givenUp().isEmpty()) {
            problems.add(looks.givenUp());
        }
        return problems;
    }

    /** Weighted draws, where a search that its gates ended has none the pilot's. */
    private @Nullable WeightedDraws handedOut(RandomStreams streams) {
        WeightedDraws made = evidence.weighted();
        return made == null && looks.ended() != null ? evidence.pilot().asWeighted(streams.stream("weighted")) : made;
    }

    /** As many as were asked for; of a search that its gates ended no more than the draws are worth. */
    private int samples(@Nullable WeightedDraws draws) {
        int wanted = spec.sampling().chains() * spec.sampling().draws();
        return draws == null || looks.ended() == null
                ? wanted
                : Math.min(wanted, STRETCHES * (int) Math.ceil(draws.effectiveSize() / STRETCHES));
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
                        draw.position(), Softmax.of(draw.evaluation().logits())))
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
                double[] confidences = Softmax.of(state.evaluation().logits());
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

    private Convergence convergence(List<String> problems) {
        return new Convergence(new Summaries(spec.distribution()), evidence, weightedEvidence, problems);
    }

    private Effort effort(Convergence convergence, Duration elapsed) {
        Parts parts = new Parts(evidence, elapsed.toNanos() / 1e9);
        return new Effort(
                parts.gradients(), parts.forwards(), elapsed, parts.all(convergence.minBulkEss(evidence.traces())));
    }
}
