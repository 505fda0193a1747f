/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

/**
 * Autocovariance averaged over chains, by the Wiener-Khinchin theorem: zero-padded Fourier transform, power, and back.
 *
 * <p>A direct sum would stop early for chains that mix and be quadratic for chains that stick, which are those a
 * diagnostic must not be slow for.
 */
final class Autocovariance {

    private Autocovariance() {}

    /**
     * The biased estimate (divisor n at every lag) of each chain around its own mean, averaged over chains.
     *
     * @param chains chains of equal length n
     * @return values at the lags 0 to n - 1
     */
    static double[] mean(double[][] chains) {
        int n = chains[0].length;
        int size = Integer.highestOneBit(Math.max(1, 2 * n - 1)) << 1;
        Fourier fourier = new Fourier(size);
        double[] power = new double[size];
        for (int c = 0; c < chains.length; c += 2) {
            // Two real chains ride in one complex transform: the real part of its autocovariance is the sum of theirs.
            double[] real = centred(chains[c], size);
            double[] imaginary = c + 1 < chains.length ? centred(chains[c + 1], size) : new double[size];
            fourier.transform(real, imaginary);
            for (int i = 0; i < size; i++) {
                power[i] += real[i] * real[i] + imaginary[i] * imaginary[i];
            }
        }
        fourier.transform(power, new double[size]);
        double[] result = new double[n];
        double scale = 1.0 / size / n / chains.length;
        for (int lag = 0; lag < n; lag++) {
            result[lag] = power[lag] * scale;
        }
        return result;
    }

    private static double[] centred(double[] chain, int size) {
        double mean = Moments.mean(chain);
        double[] padded = new double[size];
        for (int i = 0; i < chain.length; i++) {
            padded[i] = chain[i] - mean;
        }
        return padded;
    }
}
