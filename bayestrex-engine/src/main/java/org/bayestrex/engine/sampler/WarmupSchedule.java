/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.List;

/**
 * Which iterations of the warm-up teach what, after Stan's reference manual: a first window for the step
 * size alone, windows of doubling length that end with a new metric, a last one for the final step size.
 *
 * @param ends last iteration of each window, in order
 */
record WarmupSchedule(List<Integer> ends) {

    private static final int FIRST = 75;
    private static final int SLOW = 25;
    private static final int LAST = 50;
    private static final int SHORTEST_WITH_WINDOWS = 20;

    WarmupSchedule {
        ends = List.copyOf(ends);
    }

    static WarmupSchedule of(int iterations) {
        if (iterations < SHORTEST_WITH_WINDOWS) {
            return new WarmupSchedule(iterations > 0 ? List.of(iterations - 1) : List.of());
        }
        boolean isShort = iterations < FIRST + SLOW + LAST;
        int first = isShort ? iterations * 15 / 100 : FIRST;
        int last = isShort ? iterations / 10 : LAST;
        int slowEnd = iterations - last;
        List<Integer> ends = new ArrayList<>();
        ends.add(first - 1);
        int size = isShort ? slowEnd - first : SLOW;
        int begin = first;
        while (begin < slowEnd) {
            // A window takes the rest when the next one, twice as long, would no longer fit behind it.
            int end = begin + 3 * size > slowEnd ? slowEnd : begin + size;
            ends.add(end - 1);
            begin = end;
            size *= 2;
        }
        ends.add(iterations - 1);
        return new WarmupSchedule(ends);
    }

    /** Whether the iteration belongs to a window that teaches the metric. */
    boolean teachesMetric(int iteration) {
        int windows = ends.size();
        return windows > 2 && iteration > ends.get(0) && iteration <= ends.get(windows - 2);
    }

    /** Whether a new metric is due after the iteration. */
    boolean endsMetricWindow(int iteration) {
        return teachesMetric(iteration) && ends.contains(iteration);
    }
}
