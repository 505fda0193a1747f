/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Arrays;
import java.util.Locale;

/**
 * The chance that the next draw is of a kind that no draw was of: the share of draws that are alone of their kind (Good 1953, The
 * population frequencies of species and the estimation of population parameters, Biometrika 40).
 *
 * <p>Its upper end is that of a share of independent draws, of as many as have the variance that Esty gives it (1983, A normal
 * limit law for a nonparametric estimator of the coverage of a random sample, Annals of Statistics 11): draws that are two of
 * their kind widen it, for of them each might as well have been alone. It is meant to be below the true chance 25 times in 1,000 at
 * a level of .95, and is in simulations with equal weights, or with weights of each kind whose logarithms have a standard deviation of
 * 1; where that is 1.5 or 2, it is up to 60 or 105 times. A lower end made the same way would be wrong more often than it says: there
 * is none but 0.
 */
public final class UnseenRate {

    private UnseenRate() {}

    /**
     * From draws that are independent of each other.
     *
     * @param seen for each draw, how many draws are of its kind, itself included
     * @param weights of the draws, finite and not negative; only their proportions matter
     * @param level coverage of the two-sided interval
     * @param what the draws, in the plural
     * @return {@link Rate#unknown} where no draw has any weight
     */
    public static Rate ofIndependent(int[] seen, double[] weights, double level, String what) {
        double total = Arrays.stream(weights).sum();
        if (total == 0) {
            return Rate.unknown("no " + what);
        }
        double kish = total * total / Arrays.stream(weights).map(w -> w * w).sum();
        double alone = 0;
        double variance = 0;
        double paired = 0;
        for (int i = 0; i < seen.length; i++) {
            alone += seen[i] == 1 ? weights[i] / total : 0;
            paired += seen[i] == 2 ? weights[i] / total : 0;
        }
        for (int i = 0; i < seen.length; i++) {
            double residual = weights[i] / total * ((seen[i] == 1 ? 1 : 0) - alone);
            variance += residual * residual;
        }
        double worth = kish;
        if (alone > 0 && alone < 1) {
            // Esty: (alone (1 - alone) + paired) / n; the first term is the weighted variance of the share itself.
            worth = Math.min(kish, alone * (1 - alone) / (variance + paired / kish));
        }
        String method = String.format(
                Locale.ROOT,
                "%,d of %,d weighted %s alone of their kind, worth %s independent, Good-Turing",
                Arrays.stream(seen).filter(count -> count == 1).count(),
                seen.length,
                what,
                Rate.shown(worth));
        double share = Math.min(1, alone);
        return new Rate(share, 0, ClopperPearson.upper(share * worth, worth, (1 - level) / 2), level, method);
    }
}
