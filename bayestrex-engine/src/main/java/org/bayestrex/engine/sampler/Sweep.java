/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Several kernels one after the other, as one: a composition of kernels that each leave the posterior
 * invariant leaves it invariant too (Tierney 1994).
 *
 * <p>Of its transition's record, counts are sums, the energy error is the largest, and acceptance, energy
 * and depth are those of the kernels with momentum if there are any: only they have a step size to tune.
 *
 * @since 0.1
 */
public final class Sweep implements Kernel {

    private final List<Kernel> kernels;

    /** A sweep of the given kernels, in their order. */
    public Sweep(List<? extends Kernel> kernels) {
        this.kernels = List.copyOf(kernels);
        if (kernels.isEmpty()) {
            throw new IllegalArgumentException("a sweep needs at least one kernel");
        }
    }

    /** A sweep of one kernel, then another one a number of times. */
    public static Sweep of(Kernel first, Kernel then, int times) {
        List<Kernel> kernels = new ArrayList<>(Collections.nCopies(times, then));
        kernels.add(0, first);
        return new Sweep(kernels);
    }

    @Override
    public Step step(State current, UniformRandomProvider random) {
        return settle(0, kernels.get(0).step(current, random), new SweepRecord(), random);
    }

    /** Runs as far as it goes without an answer, from a step of the kernel with the given index. */
    private Step settle(int index, Step step, SweepRecord done, UniformRandomProvider random) {
        int running = index;
        Step latest = step;
        while (latest instanceof Step.Finished finished) {
            done.add(finished.info());
            running++;
            if (running == kernels.size()) {
                return new Step.Finished(finished.state(), done.summary());
            }
            latest = kernels.get(running).step(finished.state(), random);
        }
        Step.Evaluate pending = (Step.Evaluate) latest;
        int current = running;
        return new Step.Evaluate(
                pending.position(),
                pending.gradient(),
                answer -> settle(current, pending.next().resume(answer), done, random));
    }
}
