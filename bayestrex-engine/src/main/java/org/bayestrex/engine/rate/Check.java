/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One claim that was held against the evidence: what an assertion evaluated, for its message and for the report.
 *
 * @param claim what is claimed: "failure rate below 0.001"
 * @param rate the evidence
 * @param low lower limit, negative infinity where the claim has none
 * @param high upper limit
 * @param verdict what the evidence says of the claim
 * @param problems why the evidence cannot be trusted, whatever its interval; empty where it can
 * @param advice what would settle an {@link Verdict#INCONCLUSIVE} claim; empty for another verdict
 */
public record Check(
        String claim, Rate rate, double low, double high, Verdict verdict, List<String> problems, String advice) {

    public Check {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "The limits of a claim must be ordered, but are " + low + " and " + high + " (" + claim + ")");
        }
        problems = List.copyOf(problems);
    }

    /**
     * The claim that a quantity is below a limit.
     *
     * @param quantity its name: "failure rate"
     * @param problems signs that the search has not converged; any makes the claim inconclusive
     */
    public static Check below(String quantity, Rate rate, double limit, List<String> problems) {
        return judged(
                quantity + " below " + exact(limit),
                rate,
                Double.NEGATIVE_INFINITY,
                limit,
                rate.below(limit),
                problems);
    }

    /** The claim that a quantity is above a limit. */
    public static Check above(String quantity, Rate rate, double limit, List<String> problems) {
        return judged(
                quantity + " above " + exact(limit),
                rate,
                limit,
                Double.POSITIVE_INFINITY,
                rate.above(limit),
                problems);
    }

    /** The claim that a quantity lies in [low, high]. */
    public static Check between(String quantity, Rate rate, double low, double high, List<String> problems) {
        return judged(
                quantity + " between " + exact(low) + " and " + exact(high),
                rate,
                low,
                high,
                rate.between(low, high),
                problems);
    }

    private static Check judged(
            String claim, Rate rate, double low, double high, Verdict ofInterval, List<String> problems) {
        Verdict verdict = problems.isEmpty() ? ofInterval : Verdict.INCONCLUSIVE;
        String advice = verdict == Verdict.INCONCLUSIVE ? Advice.toSettle(rate, low, high, problems) : "";
        return new Check(claim, rate, low, high, verdict, problems, advice);
    }

    /** How many times as much evidence would settle an open claim; empty where more of it would not, or nobody can say. */
    public OptionalDouble timesAsMuch() {
        return verdict == Verdict.INCONCLUSIVE ? Advice.timesAsMuch(rate, low, high, problems) : OptionalDouble.empty();
    }

    /** For people: claim, verdict, evidence and advice in one line. */
    @Override
    public String toString() {
        return claim + ": " + verdict + ", measured " + rate + (advice.isEmpty() ? "" : ". " + advice);
    }

    static String exact(double limit) {
        if (!Double.isFinite(limit)) {
            return Double.toString(limit);
        }
        BigDecimal decimal = BigDecimal.valueOf(limit);
        return (decimal.abs().compareTo(BigDecimal.ONE) < 0 ? decimal.stripTrailingZeros() : decimal).toPlainString();
    }
}
