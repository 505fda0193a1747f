/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.PriorMove;
import org.bayestrex.engine.model.Tensor;

/**
 * Two things on a line, in six latents: a kind of each (three and four kinds), a place of each in (0, 2) of which the two must
 * be more than .5 apart, an angle, and a jitter. The input is what the latents stand for.
 */
public final class Pairs implements DataDistribution {

    /** Number of latents. */
    public static final int LATENTS = 6;

    /** How far apart the places are, at least. */
    public static final double APART = .5;

    private static final int KINDS = 3;
    private static final int OTHER_KINDS = 4;
    private static final double LENGTH = 2;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Rows that were generated. */
    public final AtomicInteger generated = new AtomicInteger();

    private final List<PriorMove> moves;
    private final Set<Integer> excluded;

    /** Pairs with moves. */
    public Pairs(List<PriorMove> moves) {
        this(moves, Set.of());
    }

    /** Pairs with moves, that hold no example of some classes. */
    public Pairs(List<PriorMove> moves, Set<Integer> excluded) {
        this.moves = moves;
        this.excluded = excluded;
    }

    /** Moves that are reversible. */
    public static List<PriorMove> reversible() {
        return List.of(
                move("kind", Pairs::redrawKind),
                move("shift", (z, random) -> wrap(z, 2 + random.nextInt(2), .15 * gaussian(random))),
                move("swap", (z, random) -> {
                    double place = z[2];
                    z[2] = z[3];
                    z[3] = place;
                    return z;
                }),
                move("turn", (z, random) -> wrap(z, 4, .2 * gaussian(random))),
                move("jitter", (z, random) -> {
                    z[5] = .8 * z[5] + .6 * gaussian(random);
                    return z;
                }));
    }

    /** A move from a function that may write to its argument. */
    public static PriorMove move(String name, BiFunction<double[], UniformRandomProvider, double[]> function) {
        return new PriorMove() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double[] propose(double[] latent, UniformRandomProvider random) {
                return function.apply(latent.clone(), random);
            }
        };
    }

    private static double[] redrawKind(double[] z, UniformRandomProvider random) {
        z[random.nextInt(2)] = gaussian(random);
        return z;
    }

    /** A standard normal draw. */
    public static double gaussian(UniformRandomProvider random) {
        return ZigguratSampler.NormalizedGaussian.of(random).sample();
    }

    /** Shifts what a latent stands for, modulo its range. */
    public static double[] wrap(double[] z, int latent, double by) {
        double u = NORMAL.cumulativeProbability(z[latent]) + by;
        u -= Math.floor(u);
        z[latent] = NORMAL.inverseCumulativeProbability(Math.max(1e-12, Math.min(1 - 1e-12, u)));
        return z;
    }

    private static double uniform(double z) {
        return NORMAL.cumulativeProbability(z);
    }

    /** What a latent point stands for: kind, other kind, place, other place, cosine of the angle, jitter. */
    public static double[] read(double[] z) {
        return new double[] {
            Math.min(KINDS - 1, (int) (KINDS * uniform(z[0]))),
            Math.min(OTHER_KINDS - 1, (int) (OTHER_KINDS * uniform(z[1]))),
            LENGTH * uniform(z[2]),
            LENGTH * uniform(z[3]),
            Math.cos(2 * Math.PI * uniform(z[4])),
            z[5]
        };
    }

    @Override
    public String name() {
        return "pairs";
    }

    @Override
    public int latentSize() {
        return LATENTS;
    }

    @Override
    public Tensor generate(Tensor latents) {
        int rows = latents.shape()[0];
        float[] values = new float[rows * LATENTS];
        for (int i = 0; i < rows; i++) {
            float[] row = latents.row(i).toArray();
            double[] z = new double[LATENTS];
            Arrays.setAll(z, j -> row[j]);
            if (!admits(z)) {
                throw new IllegalStateException("asked for what is not admitted: " + Arrays.toString(z));
            }
            double[] read = read(z);
            for (int j = 0; j < LATENTS; j++) {
                values[i * LATENTS + j] = (float) read[j];
            }
        }
        generated.addAndGet(rows);
        return Tensor.of(values, rows, LATENTS);
    }

    @Override
    public boolean admits(double[] latent) {
        double[] read = read(latent);
        return Math.abs(read[2] - read[3]) > APART;
    }

    @Override
    public List<PriorMove> moves() {
        return moves;
    }

    @Override
    public List<String> summaryNames() {
        return List.of("first kind", "other kind", "distance", "cosine", "jitter");
    }

    @Override
    public double[] summaries(double[] latent) {
        double[] read = read(latent);
        return new double[] {read[0], read[1], read[2] - read[3], read[4], read[5]};
    }

    /** 0 where the first thing is of kind 0, else 1. */
    @Override
    public OptionalInt labelOf(double[] latent) {
        return OptionalInt.of(read(latent)[0] == 0 ? 0 : 1);
    }

    @Override
    public Set<Integer> excludedClasses() {
        return excluded;
    }

    @Override
    public String fingerprint() {
        return "pairs, version 1";
    }

    @Override
    public void close() {
        // nothing is held
    }
}
