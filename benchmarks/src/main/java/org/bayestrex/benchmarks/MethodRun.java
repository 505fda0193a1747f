/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bayestrex.engine.diagnostics.EffectiveSampleSize;
import org.bayestrex.engine.diagnostics.RHat;

/**
 * What one method did within its time, whoever's it is; all figures are computed here, by the engine's diagnostics.
 *
 * @param method its name, for the table
 * @param chains how many chains it ran
 * @param warmupSeconds pilot, adaptation and warm-up; all of the time if it did not get further
 * @param sampleSeconds the rest
 * @param fastestIteration seconds of warm-up for each of its iterations; NaN where that is not known
 * @param warmup iterations of the warm-up that was asked for
 * @param evaluations of the model, with and without gradient
 * @param mostEffective a bound on the effective draws, known otherwise: resampled draws hide what they are worth;
 *     infinite where there is none
 * @param whole whether it has nothing to show before its end, as where draws are weighted together
 * @param draws chains x draws x latents
 * @param logDensity chains x draws
 */
record MethodRun(
        String method,
        int chains,
        double warmupSeconds,
        double sampleSeconds,
        double fastestIteration,
        int warmup,
        long evaluations,
        double mostEffective,
        boolean whole,
        double[][][] draws,
        double[][] logDensity) {

    /** How many effective draws a method is timed for. */
    static final int GOAL = 400;

    double seconds() {
        return warmupSeconds + sampleSeconds;
    }

    /** Draws of all chains. */
    int size() {
        return Arrays.stream(draws).mapToInt(chain -> chain.length).sum();
    }

    /** Smallest bulk effective sample size over latents and log density; NaN where one has none. */
    double effective() {
        double least = quantities().stream()
                .mapToDouble(EffectiveSampleSize::bulk)
                .reduce(Math::min)
                .orElse(Double.NaN);
        return Math.min(least, mostEffective);
    }

    /** Largest R-hat over latents and log density; NaN where one has none. */
    double rHat() {
        return quantities().stream().mapToDouble(RHat::of).reduce(Math::max).orElse(Double.NaN);
    }

    /** Effective draws for each second of sampling, the warm-up left out. */
    double effectivePerSecond() {
        return effective() / sampleSeconds;
    }

    /** Seconds until the goal, warm-up included; as if the method had gone on like that where it has fewer. */
    double secondsToGoal() {
        if (whole) {
            return seconds() * Math.max(1, GOAL / effective());
        }
        return warmupSeconds + sampleSeconds * GOAL / effective();
    }

    /**
     * What the goal takes at least where nothing is known: the rest of the warm-up, then one effective draw in each
     * iteration.
     */
    double leastSecondsToGoal() {
        double iterations = warmup + (double) GOAL / chains;
        return Double.isNaN(fastestIteration) ? seconds() : Math.max(seconds(), fastestIteration * iterations);
    }

    /** The draws of one latent, chains x draws. */
    double[][] latent(int index) {
        return Arrays.stream(draws)
                .map(chain -> Arrays.stream(chain).mapToDouble(z -> z[index]).toArray())
                .toArray(double[][]::new);
    }

    private List<double[][]> quantities() {
        int shortest =
                Arrays.stream(draws).mapToInt(chain -> chain.length).min().orElse(0);
        List<double[][]> quantities = new ArrayList<>();
        for (int j = 0; shortest > 0 && j < draws[0][0].length; j++) {
            quantities.add(latent(j));
        }
        if (shortest > 0) {
            quantities.add(logDensity);
        }
        return quantities;
    }
}
