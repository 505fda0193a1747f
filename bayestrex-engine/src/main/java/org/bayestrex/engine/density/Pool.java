/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One queue for all points: a batch holds whoever waits, padded to a power of two. Few points cost less so
 * than in a batch of a fixed size, but a row's last bits depend on the size of its batch, and that on what runs beside it.
 */
final class Pool implements Waiting {

    private final int most;
    private final Queue<Request> queue = new ArrayDeque<>();

    /**
     * An empty pool.
     *
     * @param most rows of the largest batch
     */
    Pool(int most) {
        this.most = most;
    }

    @Override
    public void add(Request request) {
        queue.add(request);
    }

    @Override
    public int occupied() {
        return Math.min(most, queue.size());
    }

    @Override
    public boolean isEmpty() {
        return queue.isEmpty();
    }

    @Override
    public @Nullable Request[] take() {
        int count = occupied();
        int rows = Math.min(most, Integer.highestOneBit(Math.max(1, 2 * count - 1)));
        @Nullable Request[] batch = new Request[rows];
        for (int i = 0; i < count; i++) {
            batch[i] = queue.remove();
        }
        return batch;
    }
}
