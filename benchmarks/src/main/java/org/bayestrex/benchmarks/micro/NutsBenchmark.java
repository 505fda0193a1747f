/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks.micro;

import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.sampler.DiagonalMetric;
import org.bayestrex.engine.sampler.Nuts;
import org.bayestrex.engine.sampler.Sequential;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.Step;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** Trees of NUTS on a standard normal, whose density costs next to nothing: what the tree itself costs. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@org.openjdk.jmh.annotations.State(Scope.Thread)
public class NutsBenchmark {

    /** Number of coordinates. */
    @Param({"5", "50", "500"})
    public int dimension;

    private final Sequential sequential = new Sequential(NutsBenchmark::standardNormal);
    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(1L);
    private Nuts nuts = new Nuts(1, DiagonalMetric.unit(1));
    private State state = sequential.at(0);

    /** Chooses the step size at which about four of five proposals are accepted (d to the power of -1/4). */
    @Setup
    public void start() {
        nuts = new Nuts(1.2 * Math.pow(dimension, -.25), DiagonalMetric.unit(dimension));
        state = sequential.at(random.doubles(dimension, -1, 1).toArray());
    }

    /** Counts the gradients, because trees differ in size. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @org.openjdk.jmh.annotations.State(Scope.Thread)
    public static class Work {
        /** Leapfrog steps, each with a gradient. */
        public long leapfrogs;
    }

    /** One transition. */
    @Benchmark
    public State transition(Work work) {
        Step.Finished finished = sequential.transition(nuts, state, random);
        work.leapfrogs += finished.info().gradients();
        state = finished.state();
        return state;
    }

    private static Evaluation standardNormal(double[] position, boolean withGradient) {
        double squares = 0;
        double[] gradient = new double[position.length];
        for (int i = 0; i < position.length; i++) {
            squares += position[i] * position[i];
            gradient[i] = -position[i];
        }
        return new Evaluation(-.5 * squares, 0, gradient, new double[0]);
    }
}
