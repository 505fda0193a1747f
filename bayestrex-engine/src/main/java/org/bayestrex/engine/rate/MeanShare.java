/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The plain mean of the shares of one event in several groups, each measured from draws of its own: the mean error over
 * the classes.
 *
 * <p>A mean of shares is a weighted sum of events, for which the gamma interval of Fay and Feuer (1997, Statistics in
 * Medicine 16) is made: its upper end allows for one further event of the largest weight, so that no event at all leaves
 * an upper bound and not the point 0. A group in which
 * everything is the event adds as much to the other end. The variance is widened by the ratio of the t to the normal quantile, at
 * Satterthwaite's degrees of freedom: a variance that rests on the few chains of one class is itself uncertain. Above one
 * half the same is done with what is no event.
 *
 * <p>The percentile bootstrap over chains, which suggests itself, has an interval of no width where nothing happened and
 * covers too little with few chains; see {@code ComparisonCalibrationTest}.
 */
final class MeanShare {

    private MeanShare() {}

    /**
     * The share of one group.
     *
     * @param share in [0, 1]
     * @param variance of the share; 0 where the event never or always happened
     * @param further how much one further event would add to the share
     * @param degrees of freedom of the variance
     */
    record Part(double share, double variance, double further, double degrees) {}

    /**
     * The mean over groups.
     *
     * @param parts at least one
     * @param what the groups, in the plural
     */
    static Rate of(List<Part> parts, double level, String what) {
        double count = parts.size();
        double mean = parts.stream().mapToDouble(Part::share).sum() / count;
        double variance = parts.stream().mapToDouble(Part::variance).sum() / count / count;
        double further = parts.stream().mapToDouble(Part::further).max().orElseThrow() / count;
        double alpha = (1 - level) / 2;
        double widened = variance * Math.pow(studentOverNormal(degrees(parts), alpha), 2);
        String method =
                String.format(Locale.ROOT, "mean over %,d %s, gamma interval for weighted sums", parts.size(), what);
        double certain = parts.stream()
                        .filter(part -> mean <= .5 ? part.share() == 1 : part.share() == 0)
                        .mapToDouble(Part::further)
                        .max()
                        .orElse(0)
                / count;
        double event = Math.min(mean, 1 - mean);
        double down = Math.hypot(event - quantile(event, widened, alpha), -Math.log(alpha) * certain);
        double lower = Math.max(0, event - down);
        double upper = Math.min(1, Math.max(event, quantile(event + further, widened + further * further, 1 - alpha)));
        Rate rate = new Rate(event, Math.min(event, lower), upper, level, method);
        return mean <= .5 ? rate : complement(rate);
    }

    /** The rate of what is not the event. */
    static Rate complement(Rate rate) {
        return new Rate(1 - rate.estimate(), 1 - rate.upper(), 1 - rate.lower(), rate.level(), rate.method());
    }

    private static double degrees(List<Part> parts) {
        double sum = parts.stream().mapToDouble(Part::variance).sum();
        double squares = parts.stream()
                .mapToDouble(part -> part.variance() * part.variance() / part.degrees())
                .sum();
        return squares == 0 ? Double.POSITIVE_INFINITY : Math.max(1, sum * sum / squares);
    }

    private static double studentOverNormal(double degrees, double alpha) {
        double normal = NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha);
        return Double.isInfinite(degrees) ? 1 : TDistribution.of(degrees).inverseSurvivalProbability(alpha) / normal;
    }

    /** Of the gamma distribution of this mean and variance. */
    private static double quantile(double mean, double variance, double probability) {
        if (!(mean > 0 && variance > 0)) {
            return mean;
        }
        double scale = variance / mean;
        return scale * GammaDistribution.of(mean / scale, 1).inverseCumulativeProbability(probability);
    }
}
