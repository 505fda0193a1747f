/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

/** Autoregressive draws from a linear congruential generator: any language reproduces them to the last bit. */
final class ReferenceDraws {

    private ReferenceDraws() {}

    /** Chains y[t] = phi y[t-1] + u[t] - 1/2, chain c seeded with firstSeed + c x seedStep. */
    static double[][] autoregressive(double phi, int chains, int draws, long firstSeed, long seedStep) {
        double[][] result = new double[chains][draws];
        for (int c = 0; c < chains; c++) {
            long seed = firstSeed + c * seedStep;
            double y = 0;
            for (int t = 0; t < draws; t++) {
                seed = (1_103_515_245L * seed + 12_345L) % (1L << 31);
                y = phi * y + (seed / (double) (1L << 31) - .5);
                result[c][t] = y;
            }
        }
        return result;
    }

    /** The generator's own numbers, in [0, 1). */
    static double[] uniform(int draws, long seed) {
        double[] result = new double[draws];
        long state = seed;
        for (int i = 0; i < draws; i++) {
            state = (1_103_515_245L * state + 12_345L) % (1L << 31);
            result[i] = state / (double) (1L << 31);
        }
        return result;
    }

    /** Four chains of 250 draws that agree. */
    static double[][] mixing() {
        return autoregressive(.5, 4, 250, 12_345, 1_000);
    }
}
