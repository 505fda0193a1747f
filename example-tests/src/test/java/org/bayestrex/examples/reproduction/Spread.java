/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Part;
import org.bayestrex.engine.search.Sample;

/**
 * Mean and standard deviation of a confidence over draws, as the paper gives them, and how well the mean is known.
 *
 * @param mean of the draws
 * @param deviation of the draws, not of the mean
 * @param effective how many independent draws they are worth
 */
record Spread(double mean, double deviation, double effective) {

    private static final double TAIL = .025;

    /** Of all draws of the relaxed posterior, as in the paper: those outside of the level set count too. */
    static Spread of(Findings findings, int cls) {
        List<Sample> samples = findings.samples();
        double[] values = samples.stream()
                .mapToDouble(sample -> sample.confidences()[cls])
                .toArray();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new Spread(mean, Math.sqrt(squares / (values.length - 1)), effective(findings));
    }

    /** Resampled draws repeat each other: they are worth no more than the weighted ones they were taken from. */
    static double effective(Findings findings) {
        double ofDraws =
                Math.min(findings.samples().size(), findings.diagnostics().minBulkEss());
        boolean weighted = findings.diagnostics().source().equals(Part.WEIGHTED);
        return findings.effort().parts().stream()
                .filter(part -> weighted && part.name().equals(Part.WEIGHTED))
                .mapToDouble(Part::effectiveDraws)
                .reduce(ofDraws, (least, value) -> Double.isNaN(value) ? least : Math.min(least, value));
    }

    /** The mean with its t interval at 95 %. */
    Rate rate() {
        if (!(effective > 2)) {
            return Rate.unknown("too few draws");
        }
        double reach =
                TDistribution.of(effective - 1).inverseSurvivalProbability(TAIL) * deviation / Math.sqrt(effective);
        return new Rate(mean, Math.max(0, mean - reach), Math.min(1, mean + reach), Rate.DEFAULT_LEVEL, "t interval");
    }

    @Override
    public String toString() {
        return Double.isNaN(mean) ? "none" : Shown.two(mean) + " ± " + Shown.two(deviation);
    }
}
