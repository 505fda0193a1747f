/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

/**
 * RMSprop (Tieleman and Hinton 2012; centred as in Graves 2013) for one array, with lookahead (Zhang et al. 2019) where wanted:
 * after every sixth step the values go back half of the way to where they were six steps ago.
 *
 * <p>DJL 0.35 has an RMSprop, which its PyTorch engine does not implement, and no lookahead.
 */
public final class RmsProp {

    private static final double DECAY = .99;
    private static final double TINY = 1e-8;
    /** Of the mean square, what the variance is taken to be at least. */
    private static final double LEAST = .01;

    private static final int LOOKAHEAD_STEPS = 6;
    private static final double LOOKAHEAD_SHARE = .5;

    private final double rate;
    private final boolean centred;
    private final boolean lookahead;
    private double[] square = {};
    private double[] mean = {};
    private double[] slow = {};
    private int steps;

    private RmsProp(double rate, boolean centred, boolean lookahead) {
        this.rate = rate;
        this.centred = centred;
        this.lookahead = lookahead;
    }

    /** Divides by the deviation of the gradient. */
    public static RmsProp centred(double rate) {
        return new RmsProp(rate, true, false);
    }

    /** Divides by the root mean square of the gradient. */
    public static RmsProp plain(double rate) {
        return new RmsProp(rate, false, false);
    }

    /** The same with lookahead, from the beginning. */
    public RmsProp withLookahead() {
        return new RmsProp(rate, centred, true);
    }

    /**
     * One step down a gradient; the first one decides how many values there are.
     *
     * @param values changed in place
     * @param share of the rate, for a rate that warms up
     */
    public void step(float[] values, float[] gradient, double share) {
        if (steps == 0) {
            begin(values);
        }
        steps++;
        for (int i = 0; i < values.length; i++) {
            square[i] = DECAY * square[i] + (1 - DECAY) * gradient[i] * gradient[i];
            mean[i] = DECAY * mean[i] + (1 - DECAY) * gradient[i];
            // A gradient that hardly changes has no deviation, and the step would have no bound.
            double variance = centred ? Math.max(LEAST * square[i], square[i] - mean[i] * mean[i]) : square[i];
            values[i] -= (float) (share * rate * gradient[i] / (Math.sqrt(variance) + TINY));
        }
        if (lookahead && steps % LOOKAHEAD_STEPS == 0) {
            for (int i = 0; i < values.length; i++) {
                slow[i] += LOOKAHEAD_SHARE * (values[i] - slow[i]);
                values[i] = (float) slow[i];
            }
        }
    }

    private void begin(float[] values) {
        square = new double[values.length];
        mean = new double[values.length];
        slow = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            slow[i] = values[i];
        }
    }
}
