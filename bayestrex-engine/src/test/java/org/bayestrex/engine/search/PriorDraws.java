/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.Answer;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.sampler.StandardNormal;
import org.bayestrex.engine.sampler.State;

/** Plain prior draws, weighted by the likelihood: slow, and beyond doubt. */
record PriorDraws(Posterior posterior, List<State> draws) {

    /** A figure with its standard error. */
    record Estimate(double mean, double error) {}

    static PriorDraws of(LatentClassifier model, Posterior posterior, int count) {
        StandardNormal prior = new StandardNormal(model.latentSize());
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(89L);
        List<State> draws = IntStream.range(0, count)
                .mapToObj(i -> {
                    double[] z = prior.draw(random);
                    float[] latents = new float[z.length];
                    for (int j = 0; j < z.length; j++) {
                        latents[j] = (float) z[j];
                    }
                    return new State(z, posterior.evaluation(z, new Answer(model.logits(latents, 1), null)));
                })
                .toList();
        return new PriorDraws(posterior, draws);
    }

    /** P(z in the level set). */
    Estimate mass() {
        double mean = draws.stream().mapToDouble(this::within).average().orElseThrow();
        return new Estimate(mean, Math.sqrt(mean * (1 - mean) / draws.size()));
    }

    /** Under the posterior. */
    Estimate expectation(ToDoubleFunction<State> figure) {
        double[] weights = draws.stream()
                .mapToDouble(draw -> Math.exp(draw.evaluation().logLikelihood()))
                .toArray();
        double[] values = draws.stream().mapToDouble(figure).toArray();
        double all = Arrays.stream(weights).sum();
        double mean = IntStream.range(0, values.length)
                        .mapToDouble(i -> weights[i] * values[i])
                        .sum()
                / all;
        double squares = IntStream.range(0, values.length)
                .mapToDouble(i -> weights[i] * (values[i] - mean) / all)
                .map(x -> x * x)
                .sum();
        return new Estimate(mean, Math.sqrt(squares));
    }

    double within(State draw) {
        return posterior.contains(Softmax.of(draw.evaluation().logits())) ? 1 : 0;
    }
}
