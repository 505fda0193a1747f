/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import org.bayestrex.engine.density.Answer;
import org.jspecify.annotations.Nullable;

/** For searches without a checkpoint. */
final class NoJournal implements Journal {

    @Override
    public @Nullable Answer recall(Query query) {
        return null;
    }

    @Override
    public void record(Query query, Answer answer) {
        // nothing is kept
    }

    @Override
    public void flush() {
        // nothing was kept
    }

    @Override
    public void close() {
        // nothing is held
    }
}
