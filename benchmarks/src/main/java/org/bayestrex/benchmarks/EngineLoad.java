/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.GradientBatcher;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.density.Request;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.sampler.Chain;
import org.bayestrex.engine.sampler.ChainPlan;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.sampler.MixtureRounds;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.Step;

/**
 * NUTS chains without an end in front of one batcher, as a search runs them: started from a pilot's draws by
 * their weight, each asking for its next point as soon as it has its answer.
 */
final class EngineLoad {

    private static final int PILOT = 4096;
    private static final int PILOT_ROWS = 128;
    private static final int WARM_UP = 300;
    private static final int NEVER_REACHED = 10_000_000;

    private final Posterior posterior;
    private final GradientBatcher batcher;
    private long answered;

    /** Runs the pilot, and lets the chains ask for their first points. */
    EngineLoad(LatentClassifier model, Posterior posterior, int chains, int rows, long seed) {
        this.posterior = posterior;
        this.batcher = new GradientBatcher(model, rows);
        UniformRandomProvider random = random(seed);
        MixtureRounds pilot =
                new MixtureRounds(pilot(model, posterior, random), posterior::distance, false, random(seed + 1));
        ChainPlan plan = new ChainPlan(Method.NUTS, WARM_UP, NEVER_REACHED, pilot.variance());
        List<State> starts = pilot.starts(chains, random);
        for (int i = 0; i < chains; i++) {
            ask(new Chain(i, starts.get(i), plan, random(seed + 2 + i)));
        }
    }

    private static UniformRandomProvider random(long seed) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    private static List<State> pilot(LatentClassifier model, Posterior posterior, UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        GradientBatcher batcher = new GradientBatcher(model, PILOT_ROWS);
        List<State> draws = new ArrayList<>(PILOT);
        for (int i = 0; i < PILOT; i++) {
            double[] position = gaussian.samples(model.latentSize()).toArray();
            batcher.submit(request(i, position, false, posterior, answer -> draws.add(new State(position, answer))));
        }
        while (!batcher.isIdle()) {
            batcher.serve();
        }
        return draws;
    }

    /** Answers so many batches, and lets the chains go on. */
    void serve(int batches) {
        for (int i = 0; i < batches; i++) {
            batcher.serve();
        }
    }

    /** Points answered so far, the pilot's not counted. */
    long answered() {
        return answered;
    }

    private void ask(Chain chain) {
        Step.Evaluate asked = chain.pending();
        if (asked == null) {
            throw new IllegalStateException("a chain ended");
        }
        batcher.submit(request(chain.index(), asked.position(), asked.gradient(), posterior, answer -> {
            answered++;
            chain.resume(answer);
            ask(chain);
        }));
    }

    private static Request request(
            int slot, double[] position, boolean gradient, Posterior posterior, Consumer<Evaluation> answer) {
        return new Request(slot, position, gradient, posterior, answer, failure -> {
            throw failure;
        });
    }
}
