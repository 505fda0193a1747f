/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import java.util.stream.IntStream;
import org.bayestrex.engine.target.Target;

/** A target of one's own: sure of nothing, with no confidence above a half. */
record Hesitant() implements Target {

    private static final double MOST = .5;

    @Override
    public String describe() {
        return "no confidence above .5";
    }

    @Override
    public void requireFits(int classes) {}

    @Override
    public double logLikelihood(double[] p, double sigma, double[] gradient) {
        int likeliest = likeliest(p);
        double excess = Math.max(0, p[likeliest] - MOST) / sigma;
        gradient[likeliest] -= excess / sigma;
        return -.5 * excess * excess;
    }

    @Override
    public boolean contains(double[] p, double sigma) {
        return p[likeliest(p)] <= MOST;
    }

    private static int likeliest(double[] p) {
        return IntStream.range(0, p.length).reduce(0, (a, b) -> p[b] > p[a] ? b : a);
    }
}
