/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;

/**
 * A target of a two-class model whose level set has a mass that is known.
 *
 * @param dimension number of latents
 * @param posterior what is looked for
 * @param logits the model
 * @param logMass log of the prior mass of the level set
 */
record RareSet(int dimension, Posterior posterior, UnaryOperator<double[]> logits, double logMass) {

    private static final double SIGMA = .05;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Log-odds {@code slope (z_0 - shift)} and full confidence: a half-space of the given mass. */
    static RareSet halfSpace(int dimension, double mass, double slope) {
        double shift = NORMAL.inverseSurvivalProbability(mass) - Math.log(9) / slope;
        return of(dimension, HighConfidence.of(0), z -> odds(slope * (z[0] - shift)), Math.log(mass));
    }

    /** Log-odds {@code 4 (z_0 - shift)} and the given confidence. */
    static RareSet line(double shift, double confidence) {
        double half = Math.log(.6 / .4) / 4;
        double mass = confidence == 1
                ? NORMAL.survivalProbability(shift + Math.log(9) / 4)
                : NORMAL.probability(shift - half, shift + half);
        HighConfidence target = new HighConfidence(0, confidence);
        return of(1, target, z -> odds(4 * (z[0] - shift)), Math.log(mass));
    }

    /** Log-odds {@code 4 (|z| - radius)} and confidence one half: a shell. */
    static RareSet shell(int dimension, double radius) {
        double half = Math.log(.6 / .4) / 4;
        double mass = ChiSquaredDistribution.of(dimension)
                .probability((radius - half) * (radius - half), (radius + half) * (radius + half));
        HighConfidence target = new HighConfidence(0, .5);
        return of(dimension, target, z -> odds(4 * (Densities.norm(z) - radius)), Math.log(mass));
    }

    /** Two half-spaces, {@code z_0 >= right} and {@code z_0 <= -left}. */
    static RareSet twoSides(int dimension, double left, double right) {
        double shift = Math.log(9) / 4;
        double mass = NORMAL.survivalProbability(left) + NORMAL.survivalProbability(right);
        return of(
                dimension,
                HighConfidence.of(0),
                z -> odds(4 * Math.max(z[0] - right + shift, -z[0] - left + shift)),
                Math.log(mass));
    }

    /** The share of the right one of two half-spaces. */
    static double rightShare(double left, double right) {
        double mass = NORMAL.survivalProbability(right);
        return mass / (mass + NORMAL.survivalProbability(left));
    }

    static RareSet of(int dimension, Target target, UnaryOperator<double[]> logits, double logMass) {
        return new RareSet(dimension, new Posterior(target, SIGMA), logits, logMass);
    }

    private static double[] odds(double logOdds) {
        return new double[] {logOdds, 0};
    }

    LogDensity density() {
        return (z, withGradient) -> {
            double[] row = logits.apply(z);
            double[] probabilities = Softmax.of(row);
            double logLikelihood = posterior.target().logLikelihood(probabilities, SIGMA, new double[row.length]);
            double norm = Densities.norm(z);
            return new Evaluation(-.5 * norm * norm, logLikelihood, null, row);
        };
    }

    boolean contains(Evaluation evaluation) {
        return posterior.contains(Softmax.of(evaluation.logits()));
    }

    /** A sequential Monte Carlo run that has not begun. */
    LogOddsSmc smc(SmcSettings settings, long seed) {
        return new LogOddsSmc(
                dimension,
                posterior::distance,
                this::contains,
                settings,
                island -> RandomSource.XO_RO_SHI_RO_128_PP.create(1000 * seed + island));
    }

    /** A whole run with the default settings. */
    LogOddsSmc run(long seed) {
        return run(smc(SmcSettings.defaults(), seed), 256);
    }

    /** A run to its end, with up to so many points in flight. */
    LogOddsSmc run(LogOddsSmc smc, int mostInFlight) {
        return run(smc, density(), mostInFlight);
    }

    static LogOddsSmc run(LogOddsSmc smc, LogDensity density, int mostInFlight) {
        List<double[]> inFlight = new ArrayList<>();
        while (!smc.isDone()) {
            while (smc.wantsMore() && inFlight.size() < mostInFlight) {
                inFlight.add(smc.next());
            }
            double[] oldest = inFlight.remove(0);
            smc.answer(oldest, density.evaluate(oldest, false));
        }
        return smc;
    }
}
