/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Waiting points, one queue for each row of the batch. */
final class Lanes implements Waiting {

    private final List<Queue<Request>> lanes = new ArrayList<>();

    Lanes(int rows) {
        for (int i = 0; i < rows; i++) {
            lanes.add(new ArrayDeque<>());
        }
    }

    @Override
    public void add(Request request) {
        lanes.get(Math.floorMod(request.slot(), lanes.size())).add(request);
    }

    @Override
    public int occupied() {
        return (int) lanes.stream().filter(lane -> !lane.isEmpty()).count();
    }

    @Override
    public boolean isEmpty() {
        return lanes.stream().allMatch(Queue::isEmpty);
    }

    /** Takes the point that has waited longest for each row; null in the rows that nobody waits for. */
    @Override
    public @Nullable Request[] take() {
        return lanes.stream().map(Queue::poll).toArray(Request[]::new);
    }
}
