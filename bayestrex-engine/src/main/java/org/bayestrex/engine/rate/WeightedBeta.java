/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Arrays;

/**
 * Clopper and Pearson's interval for independent draws of unequal weight. Its upper end is a quantile of the beta
 * distribution whose mean is the share with one further event and whose size is what the draws are then worth; here
 * that event has the largest weight of all draws, for those that the few events seen do not show may be heavy. Its lower
 * end has one further non-event. With equal weights both are exact.
 */
final class WeightedBeta {

    private final boolean[] events;
    private final double[] weights;
    private final double largest;

    WeightedBeta(boolean[] events, double[] weights) {
        this.events = events;
        this.weights = weights;
        this.largest = Arrays.stream(weights).max().orElseThrow();
    }

    /** The bound that is below the share with a chance of about alpha; 1 where there is nothing but events. */
    double upper(double alpha) {
        return anyIs(false) ? quantile(true, 1 - alpha) : 1;
    }

    /** The bound that is above the share with a chance of about alpha; 0 where there is no event. */
    double lower(double alpha) {
        return anyIs(true) ? quantile(false, alpha) : 0;
    }

    private boolean anyIs(boolean event) {
        for (int i = 0; i < events.length; i++) {
            if (events[i] == event && weights[i] > 0) {
                return true;
            }
        }
        return false;
    }

    private double quantile(boolean further, double probability) {
        double total = largest;
        double withEvent = further ? largest : 0;
        for (int i = 0; i < events.length; i++) {
            total += weights[i];
            withEvent += events[i] ? weights[i] : 0;
        }
        double share = withEvent / total;
        double squares = square(largest * ((further ? 1 : 0) - share));
        for (int i = 0; i < events.length; i++) {
            squares += square(weights[i] * ((events[i] ? 1 : 0) - share));
        }
        double worth = share * (1 - share) * total * total / squares;
        return ClopperPearson.betaQuantile(share * worth, (1 - share) * worth, probability);
    }

    private static double square(double x) {
        return x * x;
    }
}
