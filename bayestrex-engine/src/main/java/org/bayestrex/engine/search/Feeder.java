/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.sampler.PointSource;
import org.jspecify.annotations.Nullable;

/** Keeps the batches full with the points of a source, and answers it in the order of its points. */
final class Feeder {

    /** Two batches of points wait: enough to fill every pass, few to drop at the deadline. */
    private static final int IN_FLIGHT = 2 * PairedModels.FORWARD_ROWS;

    private final Asker asker;
    private final BooleanSupplier isOver;
    private final Queue<Point> inFlight = new ArrayDeque<>();
    private int points;

    /**
     * A feeder of one search.
     *
     * @param isOver whether nothing more is to be asked
     */
    Feeder(Asker asker, BooleanSupplier isOver) {
        this.asker = asker;
        this.isOver = isOver;
    }

    /** Runs a source to its end. */
    void feed(PointSource source, Runnable onProgress, Runnable whenDone) {
        if (source.isDone()) {
            whenDone.run();
        } else {
            fill(source, onProgress, whenDone);
        }
    }

    private void fill(PointSource source, Runnable onProgress, Runnable whenDone) {
        while (source.wantsMore() && inFlight.size() < IN_FLIGHT) {
            Point point = new Point(source.next());
            inFlight.add(point);
            asker.askIndependent(points++, point.position, answer -> {
                point.answer = answer;
                pass(source, onProgress, whenDone);
            });
        }
    }

    /**
     * Hands on the answers whose turn it is, and takes new points after each: which point is asked when depends on the
     * order of the points alone, never on when answers come.
     */
    private void pass(PointSource source, Runnable onProgress, Runnable whenDone) {
        for (Point next = inFlight.peek(); next != null && next.answer != null; next = inFlight.peek()) {
            inFlight.remove();
            source.answer(next.position, next.answer);
            onProgress.run();
            if (isOver.getAsBoolean()) {
                return;
            }
            if (source.isDone()) {
                whenDone.run();
                return;
            }
            fill(source, onProgress, whenDone);
        }
    }

    /** A point that waits for its answer, or for the answers of those before it. */
    private static final class Point {

        private final double[] position;
        private @Nullable Evaluation answer;

        Point(double[] position) {
            this.position = position;
        }
    }
}
