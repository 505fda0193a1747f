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
        OptionalDouble factor = timesAsMuch(rate, low, high, problems);
        if (factor.isEmpty()) {
            return TOO_CLOSE;
        }
        double[] open = open(rate, low, high);
        return times(factor.getAsDouble()) + (isShare(rate, open) ? trials(rate, open) + condition(rate) : stays(rate));
    }

    /** How many times as many draws would settle it; empty where no reasonable number does, or more are no help. */
    static OptionalDouble timesAsMuch(Rate rate, double low, double high, List<String> problems) {
        if (!problems.isEmpty() || Double.isNaN(rate.estimate())) {
            return OptionalDouble.empty();
        }
        double[] open = open(rate, low, high);
        double factor = isShare(rate, open)
                ? needed(rate, open) / DrawsNeeded.worth(rate).orElse(Double.NaN)
                : ofDifference(rate, open);
        return Double.isFinite(factor) ? OptionalDouble.of(factor) : OptionalDouble.empty();
    }

    /** The limits that the interval does not keep clear of. */
    private static double[] open(Rate rate, double low, double high) {
        return DoubleStream.of(low, high)
                .filter(limit -> rate.lower() <= limit && limit <= rate.upper())
                .toArray();
    }

    /** A share is worth a number of yes-or-no trials, and so is the interval that would fit. */
    private static boolean isShare(Rate rate, double[] limits) {
        return rate.lower() >= 0
                && rate.upper() <= 1
                && DoubleStream.of(limits).allMatch(limit -> limit > 0 && limit < 1);
    }

    private static double needed(Rate rate, double[] limits) {
        return DoubleStream.of(limits)
                .map(limit -> DrawsNeeded.toSettle(rate.estimate(), limit, rate.level())
                        .orElse(Double.POSITIVE_INFINITY))
                .max()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static String trials(Rate rate, double[] limits) {
        return String.format(
                Locale.ROOT,
                " (the worth of %,.0f independent yes-or-no trials where there is that of %,.0f)",
                needed(rate, limits),
                DrawsNeeded.worth(rate).orElseThrow());
    }

    /** An interval that is not of a share narrows with the root of the evidence. */
    private static double ofDifference(Rate rate, double[] limits) {
        return DoubleStream.of(limits)
                .map(limit -> {
                    double reach =
                            limit > rate.estimate() ? rate.upper() - rate.estimate() : rate.estimate() - rate.lower();
                    return Math.pow(reach / (limit - rate.estimate()), 2);
                })
                .max()
                .orElse(Double.POSITIVE_INFINITY);
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
