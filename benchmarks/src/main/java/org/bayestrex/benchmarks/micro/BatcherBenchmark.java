/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks.micro;

import java.util.concurrent.TimeUnit;
import org.bayestrex.engine.density.GradientBatcher;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.density.Request;
import org.bayestrex.engine.target.HighConfidence;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What a request costs in the batcher, in front of a model that costs nothing. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class BatcherBenchmark {

    private static final int ROWS = 64;

    private final FreeModel model = new FreeModel(5, 10, ROWS);
    private final GradientBatcher batcher = new GradientBatcher(model, ROWS);
    private final Posterior posterior = new Posterior(HighConfidence.of(4), .05);
    private final double[] position = {.3, -1.2, .1, 2, -.4};

    /** Requests for a gradient. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void gradients(Blackhole answers) {
        batch(true, answers);
    }

    /** Requests for the density alone. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void forwards(Blackhole answers) {
        batch(false, answers);
    }

    private void batch(boolean gradient, Blackhole answers) {
        for (int i = 0; i < ROWS; i++) {
            batcher.submit(new Request(i, position, gradient, posterior, answers::consume, failure -> {
                throw failure;
            }));
        }
        batcher.serve();
    }
}
