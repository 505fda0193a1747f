/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The distribution of the latents: N(0, I), given that they are {@linkplain DataDistribution#admits admitted}.
 *
 * @since 0.1
 */
public final class Prior {

    /** In a row for one draw; a share admitted of less than a few of these cannot be waited for. */
    static final int MOST_TRIES = 100_000;

    /** With which it is tried whether anything is refused: what that overlooks changes a mass by less than one per cent. */
    private static final int TRIALS = 500;

    private static final long TRIAL_SEED = 0x7072696f72L;

    private final String name;
    private final int dimension;
    private final Predicate<double[]> admits;
    private final List<PriorMove> moves;
    private final List<int[]> exchangeable;
    private final boolean restricted;

    private Prior(
            String name, int dimension, Predicate<double[]> admits, List<PriorMove> moves, List<int[]> exchangeable) {
        this.name = name;
        this.dimension = dimension;
        this.admits = admits;
        this.moves = List.copyOf(moves);
        this.exchangeable = exchangeable.stream().map(int[]::clone).toList();
        this.restricted = refusesSome();
    }

    /** The latents' distribution of a data distribution, which is tried at a few hundred points. */
    public static Prior of(DataDistribution distribution) {
        Predicate<double[]> admits = latent -> {
            synchronized (distribution) {
                return distribution.admits(latent);
            }
        };
        return new Prior(
                distribution.name(),
                distribution.latentSize(),
                admits,
                distribution.moves(),
                distribution.exchangeable());
    }

    /** N(0, I) of so many latents, all of it. */
    public static Prior standardNormal(int dimension) {
        return new Prior("N(0, I)", dimension, latent -> true, List.of(), List.of());
    }

    private boolean refusesSome() {
        UniformRandomProvider random = trials();
        for (int i = 0; i < TRIALS; i++) {
            if (!admits(normal(random))) {
                return true;
            }
        }
        return false;
    }

    /** Always the same. */
    private static UniformRandomProvider trials() {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(TRIAL_SEED);
    }

    /** Number of latents, d. */
    public int dimension() {
        return dimension;
    }

    /** The distribution's own proposals; empty where it has none. */
    public List<PriorMove> moves() {
        return moves;
    }

    /** Groups of latents that can be exchanged; empty where there are none. */
    public List<int[]> exchangeable() {
        return exchangeable.stream().map(int[]::clone).toList();
    }

    /** Whether some points of N(0, I) are not admitted, as far as a few hundred draws tell. */
    public boolean isRestricted() {
        return restricted;
    }

    /** Whether samplers that know nothing of the latents are of little use: there are own moves, or refused points. */
    public boolean isStructured() {
        return restricted || !moves.isEmpty();
    }

    /** Whether a point is admitted, rounded as the generator is given it: near a boundary floats decide. */
    public boolean admits(double[] latent) {
        return admits.test(rounded(latent));
    }

    /**
     * Draws a point by rejection.
     *
     * @return length d
     * @throws ModelException when next to nothing is admitted
     */
    public double[] draw(UniformRandomProvider random) {
        return draw(this::normal, random);
    }

    /**
     * Draws a point from a proposal, again until it is admitted.
     *
     * @return length d
     * @throws ModelException when next to nothing is admitted
     */
    public double[] draw(Function<UniformRandomProvider, double[]> proposal, UniformRandomProvider random) {
        for (int i = 0; i < MOST_TRIES; i++) {
            double[] latent = proposal.apply(random);
            if (admits(latent)) {
                return latent;
            }
        }
        throw new ModelException(String.format(
                Locale.ROOT,
                "The distribution %s admitted none of %,d draws of N(0, I) in a row, so that the share admitted is most "
                        + "likely below %.2g and drawing from it by rejection does not end. Let it admit more: fewer or "
                        + "looser conditions, or latents that already satisfy them.",
                name,
                MOST_TRIES,
                3.0 / MOST_TRIES));
    }

    /**
     * Points at which models are tried: the given ones where they are admitted, else draws, always the same.
     *
     * @param points length d each
     */
    public List<double[]> admitted(List<double[]> points) {
        UniformRandomProvider random = trials();
        return points.stream()
                .map(point -> admits(point) ? point : draw(random))
                .toList();
    }

    private double[] normal(UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        double[] latent = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            latent[i] = gaussian.sample();
        }
        return latent;
    }

    /** A latent point in the floats that generators are given. */
    public static double[] rounded(double[] latent) {
        double[] rounded = new double[latent.length];
        for (int j = 0; j < rounded.length; j++) {
            rounded[j] = (float) latent[j];
        }
        return rounded;
    }
}
