/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * From the share that a fallible judge sees to the true one (Rogan and Gladen 1978, American Journal of Epidemiology
 * 107): {@code (apparent + specificity - 1) / (sensitivity + specificity - 1)}, cut to [0, 1].
 *
 * <p>The correction grows with the apparent share and the specificity and falls with the sensitivity. So the interval's
 * ends are the correction at the ends of three intervals, whose chances of error add up to that of the whole
 * (Bonferroni): it covers at least as often as it says if they do, whatever the draws behind the apparent share. The
 * interval of Lang and Reiczigel (2014, Preventive Veterinary Medicine 113) is narrower, but wants a binomial count
 * where weighted draws or chains give none.
 *
 * <p>Where a judge sees the event less often than it should see it by mistake alone, it errs less on these inputs than
 * where it was measured. Cutting at 0 would then leave an interval without width. Its specificity therefore counts as
 * what the draws allow, so that the upper end is never nearer to 0 than the apparent share's own interval is wide; and
 * its sensitivity likewise at the other end.
 *
 * @param sensitivity how often the judge saw the event where it was
 * @param specificity how often it saw none where none was
 */
public record RoganGladen(BinomialCount sensitivity, BinomialCount specificity) {

    /** The apparent share's part of the chance of error; a judge is measured on many more images than there are draws. */
    private static final double OF_APPARENT = .6;

    /** The sensitivity's part, and the specificity's. */
    private static final double OF_JUDGE = .2;

    /** The correction for the opposite event. */
    public RoganGladen opposite() {
        return new RoganGladen(specificity, sensitivity);
    }

    /**
     * The true share.
     *
     * @param apparentAt the share that the judge sees, by the level of its interval
     * @param level coverage of the two-sided interval
     * @return {@link Rate#unknown} with the reason where the judge was never measured on one of the two kinds, sees the event
     *     no more often where it is than where it is not, or has seen nothing
     */
    public Rate correct(DoubleFunction<Rate> apparentAt, double level) {
        double error = 1 - level;
        Rate apparent = apparentAt.apply(1 - OF_APPARENT * error);
        if (apparent.isUnknown()) {
            return Rate.unknown(apparent.method());
        }
        if (sensitivity.trials() == 0 || specificity.trials() == 0) {
            return Rate.unknown("the judge was measured on no image " + (sensitivity.trials() == 0 ? "with" : "without")
                    + " the event");
        }
        if (sensitivity.share() + specificity.share() <= 1) {
            return Rate.unknown("the judge is no better than chance: " + describe());
        }
        Rate seen = sensitivity.rate(1 - OF_JUDGE * error, "events");
        Rate unseen = specificity.rate(1 - OF_JUDGE * error, "others");
        double mostSpecific = Math.max(unseen.upper(), 1 - apparent.lower());
        double mostSensitive = Math.max(seen.upper(), apparent.upper());
        return new Rate(
                corrected(apparent.estimate(), sensitivity.share(), specificity.share(), Double.NaN),
                corrected(apparent.lower(), mostSensitive, unseen.lower(), 0),
                corrected(apparent.upper(), seen.lower(), mostSpecific, 1),
                level,
                apparent.method() + ", corrected for a judge of " + describe() + " (Rogan and Gladen)");
    }

    /** The corrected share, or what is given where the judge may be no better than chance. */
    private static double corrected(double apparent, double sensitivity, double specificity, double otherwise) {
        double better = sensitivity + specificity - 1;
        return better > 0 ? Math.min(1, Math.max(0, (apparent + specificity - 1) / better)) : otherwise;
    }

    private String describe() {
        return String.format(
                Locale.ROOT,
                "sensitivity %s of %,d and specificity %s of %,d",
                Rate.shown(sensitivity.share()),
                sensitivity.trials(),
                Rate.shown(specificity.share()),
                specificity.trials());
    }
}
