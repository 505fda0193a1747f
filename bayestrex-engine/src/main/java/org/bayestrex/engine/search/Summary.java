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
 * @param ancestors number of different draws that the chains started from
 * @param independentForwards forward passes of the pilot and the mixture's rounds
 * @param deadline whether the deadline cut the search short
 */
record Summary(
        SearchSpec spec,
        Posterior posterior,
        Pilot pilot,
        List<Trace> traces,
        int ancestors,
        long independentForwards,
        boolean deadline) {

    Findings findings(Supplier<Duration> elapsed) {
        List<Sample> samples = samples();
        Diagnostics diagnostics = Convergence.of(traces, deadline);
        return new Findings(spec, samples, diagnostics, rates(), effort(elapsed.get()));
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

    private Rates rates() {
        Rate mass = pilot.mass();
        OptionalInt claimed = spec.target().claimedClass();
        if (claimed.isPresent() && spec.distribution().excludedClasses().contains(claimed.getAsInt())) {
            Rate wrong = Rate.known(
                    1,
                    "%s holds no example of class %d"
                            .formatted(spec.distribution().name(), claimed.getAsInt()));
            return new Rates(mass, wrong, mass.times(wrong), confidence(claimed.getAsInt()));
        }
        Rate unknown = Rate.unknown("no oracle knows the true labels of generated inputs");
        return new Rates(mass, unknown, mass.times(unknown), unknown);
    }

    /** Mean confidence in a class over the draws in the level set. */
    private Rate confidence(int cls) {
        double[][] confidences = new double[traces.size()][];
        boolean[][] found = new boolean[traces.size()][];
        for (int chain = 0; chain < confidences.length; chain++) {
            double[][] logits = traces.get(chain).logits();
            confidences[chain] = new double[logits.length];
            found[chain] = new boolean[logits.length];
            for (int draw = 0; draw < logits.length; draw++) {
                double[] probabilities = Posterior.probabilities(logits[draw]);
                confidences[chain][draw] = probabilities[cls];
                found[chain][draw] = posterior.contains(probabilities);
            }
        }
        return ChainMean.of("draws in the level set").among(confidences, found, ancestors);
    }

    private Effort effort(Duration elapsed) {
        long gradients = traces.stream().mapToLong(Trace::gradients).sum();
        long forwards = traces.stream().mapToLong(Trace::forwards).sum();
        return new Effort(gradients, forwards + independentForwards, elapsed);
    }
}
