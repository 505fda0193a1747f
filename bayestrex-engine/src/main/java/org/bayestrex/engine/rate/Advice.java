/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Says in words what would settle a claim that the evidence leaves open. */
final class Advice {

    private static final String TOO_CLOSE =
            "The estimate is too close to the limit for any reasonable number of draws to tell them apart";

    private Advice() {}

    static String toSettle(Rate rate, double low, double high, List<String> problems) {
        if (!problems.isEmpty()) {
            return "No interval is trusted while the search has problems. "
                    + problems.stream().map(Advice::sentence).collect(Collectors.joining(" "));
        }
        if (Double.isNaN(rate.estimate())) {
            return "More draws will not settle this, for a part of it is not known, only that it is at most "
                    + Rate.shown(rate.upper()) + ": say how the findings are labelled, or relax the limit";
        }
        double[] open = DoubleStream.of(low, high)
                .filter(limit -> rate.lower() <= limit && limit <= rate.upper())
                .toArray();
        boolean share = rate.lower() >= 0
                && rate.upper() <= 1
                && DoubleStream.of(open).allMatch(limit -> limit > 0 && limit < 1);
        return share ? ofShare(rate, open) : ofDifference(rate, open);
    }

    /** A share is worth a number of yes-or-no trials, and so is the interval that would fit. */
    private static String ofShare(Rate rate, double[] limits) {
        OptionalDouble now = DrawsNeeded.worth(rate);
        double needed = DoubleStream.of(limits)
                .map(limit -> DrawsNeeded.toSettle(rate.estimate(), limit, rate.level())
                        .orElse(Double.POSITIVE_INFINITY))
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        if (now.isEmpty() || Double.isInfinite(needed)) {
            return TOO_CLOSE;
        }
        return times(needed / now.getAsDouble())
                + String.format(
                        Locale.ROOT,
                        " (the worth of %,.0f independent yes-or-no trials where there is that of %,.0f)",
                        needed,
                        now.getAsDouble())
                + condition(rate);
    }

    /** An interval that is not of a share narrows with the root of the evidence. */
    private static String ofDifference(Rate rate, double[] limits) {
        double factor = DoubleStream.of(limits)
                .map(limit -> {
                    double reach =
                            limit > rate.estimate() ? rate.upper() - rate.estimate() : rate.estimate() - rate.lower();
                    return Math.pow(reach / (limit - rate.estimate()), 2);
                })
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        return Double.isFinite(factor) ? times(factor) + stays(rate) : TOO_CLOSE;
    }

    private static String sentence(String problem) {
        return problem.endsWith(".") ? problem : problem + ".";
    }

    private static String times(double factor) {
        double rounded = Math.max(1.1, Math.ceil(factor * 10) / 10);
        return "About " + Rate.shown(rounded) + " times as many draws would settle it";
    }

    private static String condition(Rate rate) {
        return rate.estimate() == 0
                ? " if the event happens in none of them (of chains that never show it each counts as one draw)"
                : stays(rate);
    }

    private static String stays(Rate rate) {
        return " if the estimate stays at " + Rate.shown(rate.estimate());
    }
}
