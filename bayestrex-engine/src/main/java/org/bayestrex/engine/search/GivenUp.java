/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.bayestrex.engine.rate.DrawsNeeded;
import org.bayestrex.engine.rate.Gate;
import org.bayestrex.engine.rate.Rate;

/**
 * Why a search ended without a verdict before its deadline.
 *
 * @param gates all open
 * @param mass of the level set, at the level of the last look
 * @param outlook to the deadline
 * @param deadline of the search
 * @param seconds of a plain draw, by the fastest batch
 */
record GivenUp(List<Gate> gates, Rate mass, Outlook outlook, Duration deadline, double seconds) {

    String sentence() {
        String which = gates.stream().map(Gate::toString).collect(Collectors.joining(" and "));
        return String.format(
                Locale.ROOT,
                "The search ended after %,d plain draws, for its deadline of %s allows no more than %,d even at %.0f times the "
                        + "speed of its fastest batch, and with so many %s cannot pass whatever they show, nor fail if the estimate "
                        + "stays what it is. %s Give it more time (@Sampling(deadlineSeconds = ...) or bayestrex.deadline).",
                outlook.pilot().answered(),
                deadline,
                outlook.draws(),
                GateLooks.FASTER,
                which,
                needed());
    }

    /** Of plain draws; what other samplers need instead is not known before they run. */
    private String needed() {
        double most = 0;
        for (Gate gate : gates) {
            OptionalDouble draws = DrawsNeeded.toSettle(mass.estimate(), gate.limit(), mass.level());
            most = Math.max(most, draws.orElse(Double.POSITIVE_INFINITY));
        }
        return Double.isInfinite(most)
                ? "The estimate is too close to the limit for any reasonable number of plain draws."
                : String.format(
                        Locale.ROOT,
                        "About %,.0f plain draws would settle it if it stays, which take %s.",
                        most,
                        time(most * seconds));
    }

    private static String time(double seconds) {
        return seconds < 90
                ? String.format(Locale.ROOT, "%.0f seconds", Math.max(1, seconds))
                : String.format(Locale.ROOT, "%.0f minutes", seconds / 60);
    }
}
