/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;

/**
 * Equally weighted particles of {@code prior exp(-b D)}.
 *
 * @param states of the particles, N of them
 * @param ancestors index of the prior draw that each descends from, length N
 * @param distances D of each, length N; infinite where the model gave NaN
 * @param inverseTemperature b, 0 or more
 * @param logConstant log of the estimated integral of {@code prior exp(-b D)}
 */
record SmcPopulation(
        List<State> states, int[] ancestors, double[] distances, double inverseTemperature, double logConstant) {

    /** Halvings of the bracket, as many as a double has digits and a few more for small b. */
    private static final int BISECTIONS = 60;

    /** Nothing yet. */
    static SmcPopulation empty() {
        return new SmcPopulation(List.of(), new int[0], new double[0], 0, 0);
    }

    /** Draws of the prior. */
    static SmcPopulation ofPrior(List<State> draws, double[] distances) {
        return new SmcPopulation(draws, IntStream.range(0, draws.size()).toArray(), distances, 0, 0);
    }

    /** The same population, with its particles moved. */
    SmcPopulation moved(List<State> states, double[] newDistances) {
        return new SmcPopulation(states, ancestors, newDistances, inverseTemperature, logConstant);
    }

    int size() {
        return states.size();
    }

    /** Log weights that turn the particles into ones of {@code prior exp(-b' D)}. */
    double[] logWeightsTo(double b) {
        double[] logs = new double[distances.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = isLost(i) ? Double.NEGATIVE_INFINITY : -(b - inverseTemperature) * distances[i];
        }
        return logs;
    }

    /** Log weights that turn the particles into ones of the prior within a set. */
    double[] logWeightsWithin(Predicate<Evaluation> set) {
        double[] logs = new double[distances.length];
        for (int i = 0; i < logs.length; i++) {
            boolean within = !isLost(i) && set.test(states.get(i).evaluation());
            logs[i] = within ? inverseTemperature * distances[i] : Double.NEGATIVE_INFINITY;
        }
        return logs;
    }

    /** Log weights that turn the particles into ones of the posterior. */
    double[] logWeightsToPosterior() {
        double[] logs = new double[distances.length];
        for (int i = 0; i < logs.length; i++) {
            double logLikelihood = states.get(i).evaluation().logLikelihood();
            logs[i] = isLost(i) ? Double.NEGATIVE_INFINITY : logLikelihood + inverseTemperature * distances[i];
        }
        return logs;
    }

    /** Log of the integral that weights of this population estimate. */
    double logIntegral(double[] logWeights) {
        double logSum = LogWeights.logSum(logWeights);
        return logSum == Double.NEGATIVE_INFINITY ? logSum : logConstant + logSum - Math.log(size());
    }

    /** The largest b, up to a limit, that keeps a share of the effective particles. */
    double nextInverseTemperature(double limit, double keptShare) {
        double wanted = keptShare * alive();
        if (LogWeights.effectiveSize(logWeightsTo(limit)) >= wanted) {
            return limit;
        }
        double low = inverseTemperature;
        double high = limit;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (LogWeights.effectiveSize(logWeightsTo(middle)) >= wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The population of a higher b, by systematic resampling. */
    SmcPopulation resampled(double b, UniformRandomProvider random) {
        double[] logs = logWeightsTo(b);
        List<Integer> chosen = LogWeights.resample(logs, size(), random);
        return new SmcPopulation(
                chosen.stream().map(states::get).toList(),
                chosen.stream().mapToInt(i -> ancestors[i]).toArray(),
                chosen.stream().mapToDouble(i -> distances[i]).toArray(),
                b,
                logIntegral(logs));
    }

    /** Distances themselves, length N. */
    double[] rootDistances() {
        return Arrays.stream(distances).map(Math::sqrt).toArray();
    }

    /** Particles at which the model answers. */
    long alive() {
        return IntStream.range(0, size()).filter(i -> !isLost(i)).count();
    }

    private boolean isLost(int particle) {
        return distances[particle] == Double.POSITIVE_INFINITY;
    }
}
