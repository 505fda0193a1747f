/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One gradient at a time: DJL collects no two in one process, whatever the models and threads. Who collects one, in this
 * library or in a model of a user's own, waits here for its turn.
 */
public final class GradientTurn {

    private static final ReentrantLock TURN = new ReentrantLock();

    private GradientTurn() {}

    /**
     * Does the work while nobody else collects a gradient.
     *
     * @param work what opens a gradient collector, uses it and closes it; it must not take a turn itself
     * @throws IllegalStateException when the calling thread has the turn already
     */
    public static <T> T take(Supplier<T> work) {
        if (TURN.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "A gradient is asked for while another one is collected by the same thread: "
                            + "DJL collects one at a time");
        }
        TURN.lock();
        try {
            return work.get();
        } finally {
            TURN.unlock();
        }
    }
}
