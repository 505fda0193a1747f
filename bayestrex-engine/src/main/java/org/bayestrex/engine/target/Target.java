/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

import java.util.OptionalInt;

/**
 * A prediction that is looked for: a relaxed likelihood that guides the search, and the level set
 * that counts as found (Booth et al., AAAI 2021, section 3).
 *
 * <p>Implementations are immutable and equal by value: a target is part of the key under which a
 * search is shared. A target of one's own is one small record:
 *
 * <pre>{@code
 * record AtMost(int cls, double limit) implements Target {
 *     public String describe() { return "p(" + cls + ") <= " + limit; }
 *     public void requireFits(int classes) { if (cls >= classes) throw new IllegalArgumentException("AtMost: no class " + cls); }
 *     public double logLikelihood(double[] p, double sigma, double[] gradient) {
 *         double excess = Math.max(0, p[cls] - limit);
 *         gradient[cls] -= excess / (sigma * sigma);
 *         return -.5 * excess * excess / (sigma * sigma);
 *     }
 *     public boolean contains(double[] p, double sigma) { return p[cls] <= limit; }
 * }
 * }</pre>
 */
public interface Target {

    /** A short, stable description: it appears in reports and is part of the random stream's key. */
    String describe();

    /**
     * Checks the target against the model.
     *
     * @throws IllegalArgumentException when the target names a class that the model does not have
     */
    void requireFits(int classes);

    /**
     * Relaxed log likelihood, without its normalising constant.
     *
     * @param probabilities softmax of the logits, length K, computed in double
     * @param sigma width of the relaxation, positive
     * @param gradient length K; the derivative by each probability is added to it
     */
    double logLikelihood(double[] probabilities, double sigma, double[] gradient);

    /** Whether a prediction counts as found. */
    boolean contains(double[] probabilities, double sigma);

    /**
     * Squared distance to the level set, in units of the relaxation's width, by which a search that begins
     * at the prior is led to rare predictions. It must not saturate where the likelihood does: best taken
     * in log-odds.
     *
     * <p>By default it is estimated from the likelihood alone, see {@link GeneralDistance}; a target that knows its
     * level set in log-odds does better.
     *
     * @param logProbabilities log-softmax of the logits, length K
     * @param sigma width of the relaxation, positive
     * @return 0 or more, 0 about where the likelihood is high
     */
    default double distance(double[] logProbabilities, double sigma) {
        return GeneralDistance.of(this, logProbabilities, sigma);
    }

    /** The one class that a found prediction claims, where there is one. */
    default OptionalInt claimedClass() {
        return OptionalInt.empty();
    }
}
