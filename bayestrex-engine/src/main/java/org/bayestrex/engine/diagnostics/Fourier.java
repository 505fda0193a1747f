/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

/** Discrete Fourier transform of a length that is a power of two, in place (Cooley and Tukey 1965). */
final class Fourier {

    private final double[] cosines;
    private final double[] sines;

    /** Tables for transforms of length n, a power of two. */
    Fourier(int n) {
        cosines = new double[n / 2];
        sines = new double[n / 2];
        for (int k = 0; k < n / 2; k++) {
            cosines[k] = Math.cos(2 * Math.PI * k / n);
            sines[k] = -Math.sin(2 * Math.PI * k / n);
        }
    }

    /** Replaces z by its transform, the sum over t of z[t] exp(-2 pi i k t / n). */
    void transform(double[] real, double[] imaginary) {
        int n = real.length;
        reverseBits(real, imaginary);
        for (int half = 1; half < n; half *= 2) {
            int stride = n / (2 * half);
            for (int start = 0; start < n; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    butterfly(real, imaginary, start + k, start + k + half, cosines[k * stride], sines[k * stride]);
                }
            }
        }
    }

    private static void butterfly(double[] real, double[] imaginary, int i, int j, double cosine, double sine) {
        double turnedReal = real[j] * cosine - imaginary[j] * sine;
        double turnedImaginary = real[j] * sine + imaginary[j] * cosine;
        real[j] = real[i] - turnedReal;
        imaginary[j] = imaginary[i] - turnedImaginary;
        real[i] += turnedReal;
        imaginary[i] += turnedImaginary;
    }

    private static void reverseBits(double[] real, double[] imaginary) {
        int n = real.length;
        int unused = Integer.numberOfLeadingZeros(n) + 1;
        for (int i = 1; i < n; i++) {
            int j = Integer.reverse(i) >>> unused;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
