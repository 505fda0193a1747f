/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.rate.Rate;

/**
 * One test's rate over the last runs.
 *
 * @param key of the test
 * @param points the runs in which it was, the newest last
 */
record Trend(String key, List<Point> points) {

    Trend {
        points = List.copyOf(points);
    }

    /**
     * The test in one run.
     *
     * @param run place of the run in the history, the first is 0
     * @param at when it ended
     * @param test what was kept of it
     * @param rate that was measured
     */
    record Point(int run, Instant at, PastTest test, Rate rate) {}

    /** Over runs in which the same claim was made as in the newest; empty where there are fewer than two. */
    static Optional<Trend> of(String key, List<PastRun> runs) {
        Optional<PastTest> newest =
                runs.isEmpty() ? Optional.empty() : runs.get(runs.size() - 1).test(key);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            PastRun run = runs.get(i);
            Optional<PastTest> test = run.test(key)
                    .filter(each -> newest.map(now -> now.quantity().equals(each.quantity()))
                            .orElse(false));
            if (test.isPresent() && test.get().rate().isPresent()) {
                points.add(
                        new Point(i, run.ended(), test.get(), test.get().rate().get()));
            }
        }
        return points.size() < 2 ? Optional.empty() : Optional.of(new Trend(key, points));
    }

    Point last() {
        return points.get(points.size() - 1);
    }
}
