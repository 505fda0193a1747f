/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import org.bayestrex.engine.sampler.Isir;
import org.bayestrex.engine.sampler.MixtureRounds;
import org.bayestrex.engine.sampler.WeightedDraws;
import org.jspecify.annotations.Nullable;

/**
 * Moves chains whose transitions have a global move. The candidates are asked for ahead, in large batches; stretch by stretch, so
 * that at a deadline few have been asked for in vain.
 */
final class GlobalStretches {

    private static final double EFFECTIVE_CANDIDATES = 3;
    private static final int FEWEST_CANDIDATES = 4;
    private static final int MOST_CANDIDATES = 32;
    /** Iterations of the chains for which candidates are asked at once. */
    private static final int STRETCH = 64;
    /** As many full batches as keep both cores busy, and no more than seconds of work. */
    private static final int DEAR_CANDIDATES = 1024;

    private final ChainGroup group;
    private final Isir move;
    private final @Nullable GlobalDraws kept;
    private final Feeder feeder;
    private final RandomStreams streams;
    private final Runnable pulse;

    /**
     * Of one group.
     *
     * @param move the global one
     * @param kept receives the candidates, whose inputs are dear then, drawn by a program; null where nobody asks for them
     */
    GlobalStretches(
            ChainGroup group,
            Isir move,
            @Nullable GlobalDraws kept,
            Feeder feeder,
            RandomStreams streams,
            Runnable pulse) {
        this.group = group;
        this.move = move;
        this.kept = kept;
        this.feeder = feeder;
        this.streams = streams;
        this.pulse = pulse;
    }

    /** With as many candidates as hold about three effective ones. */
    static Isir move(MixtureRounds rounds) {
        int candidates = (int) Math.ceil(EFFECTIVE_CANDIDATES / rounds.efficiency());
        return new Isir(rounds.proposal(), Math.max(FEWEST_CANDIDATES, Math.min(MOST_CANDIDATES, candidates)));
    }

    /** Moves the chains from one iteration to another. */
    void run(int from, int to, Runnable whenDone) {
        int candidatesOfIteration = group.size() * move.candidates();
        int next = Math.min(to, from + stretch(candidatesOfIteration));
        WeightedDraws candidates = new WeightedDraws(
                move.proposal(), (next - from) * candidatesOfIteration, streams.stream("candidates " + from));
        feeder.feed(candidates, pulse, () -> {
            if (kept != null) {
                kept.add(candidates);
            }
            group.stock(candidates.draws());
            group.run(next, pulse, next == to ? whenDone : () -> run(next, to, whenDone));
        });
    }

    private int stretch(int candidatesOfIteration) {
        return kept == null ? STRETCH : Math.max(1, Math.min(STRETCH, DEAR_CANDIDATES / candidatesOfIteration));
    }
}
