/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.time.Duration;
import org.bayestrex.engine.search.Progress.Phase;

/** Tells a listener how far a search is, not too often. */
final class Pulse {

    private static final Duration SELDOM = Duration.ofMillis(250);

    private final String search;
    private final ProgressListener listener;
    private final long startedAt = System.nanoTime();
    private long toldAt = startedAt;

    Pulse(String search, ProgressListener listener) {
        this.search = search;
        this.listener = listener;
    }

    /** Time since the search began. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Whether it is time to tell something. */
    boolean isDue() {
        return System.nanoTime() - toldAt >= SELDOM.toNanos();
    }

    /** Tells it if it is time to. */
    void beat(Phase phase, long done, long total) {
        if (isDue()) {
            tell(phase, done, total);
        }
    }

    void tell(Phase phase, long done, long total) {
        toldAt = System.nanoTime();
        listener.onProgress(new Progress(search, phase, done, total, elapsed()));
    }
}
