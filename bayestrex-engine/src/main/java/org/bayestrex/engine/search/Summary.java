/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.ChainMean;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.sampler.Trace;
import org.bayestrex.engine.search.Findings.Effort;
import org.bayestrex.engine.search.Findings.Rates;

/**
 * From draws to findings.
 *
 * @param independentForwards forward passes of the pilot and the mixture's rounds
 * @param deadline whether the deadline cut the search short
 */
record Summary(
        SearchSpec spec, Posterior posterior, Pilot pilot, List<Trace> traces, long independentForwards, boolean deadline) {

    Findings findings(Supplier<Duration> elapsed) {
        List<Sample> samples = samples();
        Diagnostics diagnostics = Convergence.of(traces, deadline);
        return new Findings(spec, samples, diagnostics, rates(samples), effort(elapsed.get()));
    }

    private List<Sample> samples() {
        List<double[]> positions = new ArrayList<>();
        traces.forEach(trace -> positions.addAll(List.of(trace.positions())));
        List<Tensor> inputs = generate(positions);
        List<Sample> samples = new ArrayList<>(positions.size());
        for (int chain = 0; chain < traces.size(); chain++) {
            Trace trace = traces.get(chain);
            for (int draw = 0; draw < trace.size(); draw++) {
                double[] confidences = Posterior.probabilities(trace.logits()[draw]);
                samples.add(new Sample(
                        trace.positions()[draw],
                        inputs.get(samples.size()),
                        trace.logits()[draw],
                        confidences,
                        chain,
                        draw,
                        posterior.contains(confidences),
                        trace.logDensity()[draw]));
            }
        }
        return samples;
    }

    /** The inputs of latents, in batches of one padded size. */
    private List<Tensor> generate(List<double[]> positions) {
        int rows = PairedModels.FORWARD_ROWS;
        int d = spec.distribution().latentSize();
        List<Tensor> inputs = new ArrayList<>(positions.size());
        for (int from = 0; from < positions.size(); from += rows) {
            float[] latents = new float[rows * d];
            int count = Math.min(rows, positions.size() - from);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < d; j++) {
                    latents[i * d + j] = (float) positions.get(from + i)[j];
                }
            }
            Tensor batch = spec.distribution().generate(Tensor.of(latents, rows, d));
            for (int i = 0; i < count; i++) {
                inputs.add(batch.row(i));
            }
        }
        return inputs;
    }

    private Rates rates(List<Sample> samples) {
        Rate mass = pilot.mass();
        OptionalInt claimed = spec.target().claimedClass();
        if (claimed.isPresent() && spec.distribution().excludedClasses().contains(claimed.getAsInt())) {
            Rate wrong = Rate.known(
                    1,
                    "%s holds no example of class %d"
                            .formatted(spec.distribution().name(), claimed.getAsInt()));
            return new Rates(mass, wrong, mass.times(wrong), confidence(samples, claimed.getAsInt()));
        }
        Rate unknown = Rate.unknown("no oracle knows the true labels of generated inputs");
        return new Rates(mass, unknown, mass.times(unknown), unknown);
    }

    private Rate confidence(List<Sample> samples, int cls) {
        double[][] byChain = new double[traces.size()][];
        for (int chain = 0; chain < byChain.length; chain++) {
            int index = chain;
            byChain[chain] = samples.stream()
                    .filter(sample -> sample.chain() == index && sample.inLevelSet())
                    .mapToDouble(sample -> sample.confidences()[cls])
                    .toArray();
        }
        return ChainMean.of(byChain, "draws in the level set");
    }

    private Effort effort(Duration elapsed) {
        long gradients = traces.stream().mapToLong(Trace::gradients).sum();
        long forwards = traces.stream().mapToLong(Trace::forwards).sum();
        return new Effort(gradients, forwards + independentForwards, elapsed);
    }
}
