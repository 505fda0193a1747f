/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.Arrays;
import java.util.List;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.WeightedMean;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.PriorDraw;

/**
 * The mean confidence under the same posterior without any sampler: of plain prior draws, weighted by the likelihood.
 *
 * @param mean with its interval; unknown where no draw has any weight
 * @param effective how many draws the weights are worth (Kish's size)
 */
record PlainDraws(Rate mean, double effective) {

    private static final double ENOUGH = 10;

    static PlainDraws of(Findings findings, int cls) {
        List<PriorDraw> draws = findings.priorDraws();
        double sigma = findings.spec().sampling().sigma();
        double[] values = new double[draws.size()];
        double[] weights = new double[draws.size()];
        for (int i = 0; i < values.length; i++) {
            double[] confidences = draws.get(i).confidences();
            values[i] = confidences[cls];
            weights[i] = Math.exp(findings.target().logLikelihood(confidences, sigma, new double[confidences.length]));
        }
        double sum = Arrays.stream(weights).sum();
        double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
        return new PlainDraws(
                WeightedMean.ofIndependent(values, weights, Rate.DEFAULT_LEVEL, "prior draws"),
                squares > 0 ? sum * sum / squares : 0);
    }

    /** Whether they are enough, and say the same as a mean that a sampler found. */
    boolean confirms(Rate found) {
        return effective >= ENOUGH && mean.lower() <= found.upper() && mean.upper() >= found.lower();
    }
}
