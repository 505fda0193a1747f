/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks.micro;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.bayestrex.engine.diagnostics.EffectiveSampleSize;
import org.bayestrex.engine.diagnostics.RHat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The convergence figures of 64 chains with 1,000 draws of 5 quantities. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class DiagnosticsBenchmark {

    private static final int QUANTITIES = 5;
    private static final int CHAINS = 64;
    private static final int DRAWS = 1000;
    private static final double CORRELATION = .7;

    private final double[][][] draws = draws();

    private static double[][][] draws() {
        SplittableRandom random = new SplittableRandom(1);
        double[][][] draws = new double[QUANTITIES][CHAINS][DRAWS];
        for (double[][] chains : draws) {
            for (double[] chain : chains) {
                double value = random.nextGaussian();
                for (int i = 0; i < DRAWS; i++) {
                    value = CORRELATION * value + Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian();
                    chain[i] = value;
                }
            }
        }
        return draws;
    }

    /** R-hat of all quantities. */
    @Benchmark
    public double rHat() {
        double worst = 0;
        for (double[][] chains : draws) {
            worst = Math.max(worst, RHat.of(chains));
        }
        return worst;
    }

    /** Bulk effective size of all quantities. */
    @Benchmark
    public double bulk() {
        double least = Double.POSITIVE_INFINITY;
        for (double[][] chains : draws) {
            least = Math.min(least, EffectiveSampleSize.bulk(chains));
        }
        return least;
    }

    /** Tail effective size of all quantities. */
    @Benchmark
    public double tail() {
        double least = Double.POSITIVE_INFINITY;
        for (double[][] chains : draws) {
            least = Math.min(least, EffectiveSampleSize.tail(chains));
        }
        return least;
    }
}
