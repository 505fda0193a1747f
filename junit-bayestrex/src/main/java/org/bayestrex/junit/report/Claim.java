/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.junit.report.page.Numbers;

/**
 * A check as a sentence that a newcomer understands: what is known of the number, and where its limit lies.
 *
 * @param check the check
 * @param prediction what is counted, where the test is a search
 */
record Claim(Check check, Prediction prediction) {

    private static final String FAILURES = "failure rate ";
    private static final String MASS = "level-set mass ";
    private static final String SHARE = "share of wrong labels ";
    private static final String WRONG_SHARE = "wrong-label share ";
    private static final String KNOWN = "no known finding still fails";
    private static final String DRAWS = "at least ";

    /**
     * A claim without limits is not about its rate: whether draws were found, whether chains have converged. Neither has a
     * count, of draws or of known findings, an interval to look at.
     */
    boolean isAboutNumber() {
        return !check.claim().startsWith(KNOWN) && !check.claim().startsWith(DRAWS) && hasLimit();
    }

    private boolean hasLimit() {
        return Double.isFinite(check.low()) || Double.isFinite(check.high());
    }

    boolean hasLow() {
        return check.low() > (isShare() ? 0 : Double.NEGATIVE_INFINITY);
    }

    boolean hasHigh() {
        return check.high() < (isShare() ? 1 : Double.POSITIVE_INFINITY);
    }

    private boolean isShare() {
        return check.rate().lower() >= 0 && check.rate().upper() <= 1;
    }

    /** Whether small numbers are meant, which are read as "1 in so many". */
    private boolean isFrequency() {
        return isShare()
                && !isDifference()
                && (check.claim().startsWith(FAILURES) || check.claim().startsWith(MASS));
    }

    private boolean isDifference() {
        return Measured.isDifference(check);
    }

    /** What is known, and the limit: "at most 1 in 3,300 generated inputs is confidently mistaken for a 2; the limit is 1 in 1,000". */
    String sentence() {
        if (check.claim().startsWith(KNOWN)) {
            return check.rate().method();
        }
        if (!isAboutNumber()) {
            return check.claim();
        }
        return known() + "; " + limit();
    }

    private String known() {
        if (isFrequency()) {
            String what = check.claim().startsWith(FAILURES) ? prediction.wrong() : prediction.seen();
            String much = bound();
            return much + " generated inputs " + (much.contains("1 in ") && !much.contains(" and ") ? "is " : "are ")
                    + what;
        }
        if (check.claim().startsWith(SHARE) || check.claim().startsWith(WRONG_SHARE)) {
            return bound() + " of such predictions are wrong";
        }
        if (check.claim().startsWith(Measured.EXCESS)) {
            String other = check.claim()
                    .substring(Measured.EXCESS.length(), check.claim().lastIndexOf(" below "));
            return "where it is confident, the model is wrong " + difference("less often", "more often") + " " + other;
        }
        if (check.claim().contains(Measured.ABOVE_BASELINE)) {
            return "the " + check.claim().substring(0, check.claim().indexOf(Measured.ABOVE_BASELINE)) + " is "
                    + difference("lower", "higher")
                    + " the baseline's";
        }
        String quantity = check.claim().replaceFirst(" (below|above|between) .*", "");
        return "the " + quantity + " is " + bound();
    }

    /** The end of the interval that decides; both where both do. */
    private String bound() {
        Rate rate = check.rate();
        if (rate.isKnown()) {
            return number(rate.lower());
        }
        if (rate.isUnknown()) {
            return "an unknown number of";
        }
        return switch (check.verdict()) {
            case PASS ->
                hasLow() && hasHigh()
                        ? between()
                        : hasHigh() ? "at most " + number(rate.upper()) : "at least " + number(rate.lower());
            case FAIL ->
                hasHigh() && rate.lower() >= check.high()
                        ? "at least " + number(rate.lower())
                        : "at most " + number(rate.upper());
            case INCONCLUSIVE -> between();
        };
    }

    private String between() {
        Rate rate = check.rate();
        return rate.lower() <= 0 && isShare()
                ? "at most " + number(rate.upper())
                : "between " + number(rate.lower()) + " and " + number(rate.upper());
    }

    /** "between 0.8 and 2.1 points higher than". */
    private String difference(String less, String more) {
        Rate rate = check.rate();
        if (rate.lower() <= -1 && rate.upper() >= 1) {
            return "perhaps " + less + ", perhaps " + more + " than";
        }
        if (rate.upper() <= 0) {
            return points(-rate.upper()) + " to " + points(-rate.lower()) + " points " + less + " than";
        }
        return rate.lower() < 0
                ? "at most " + points(-rate.lower()) + " points " + less + " and at most " + points(rate.upper())
                        + " points " + more + " than"
                : points(rate.lower()) + " to " + points(rate.upper()) + " points " + more + " than";
    }

    private String limit() {
        if (isDifference()) {
            return "at most " + inPoints(check.high()) + " more "
                    + (points(check.high()).equals("1") ? "is" : "are") + " allowed";
        }
        return hasLow() && hasHigh()
                ? "allowed is " + number(check.low()) + " to " + number(check.high())
                : "the limit is " + number(hasHigh() ? check.high() : check.low());
    }

    /** Estimate and interval, differences in points. */
    String measured() {
        return Measured.of(check);
    }

    /** The range that the claim allows, open ends left out; a dash where it is about no number. */
    String allowed() {
        if (hasLow() && hasHigh()) {
            return value(check.low()) + " to " + value(check.high());
        }
        return hasHigh() ? "below " + value(check.high()) : hasLow() ? "at least " + value(check.low()) : "–";
    }

    private String value(double number) {
        return isDifference() ? inPoints(number) : Numbers.value(check.rate(), number);
    }

    /** A number as it is said: small shares as "1 in 300", others as a percentage. */
    String number(double value) {
        if (isFrequency()) {
            return value > 0 ? Numbers.oneIn(value) : "0";
        }
        return value(value);
    }

    private static String inPoints(double difference) {
        String points = points(difference);
        return points + (points.equals("1") ? " point" : " points");
    }

    /** A difference of shares, in percentage points. */
    private static String points(double difference) {
        return Numbers.digits(100 * difference);
    }
}
