/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import org.bayestrex.engine.checkpoint.Journal;
import org.bayestrex.engine.checkpoint.Query;
import org.bayestrex.engine.density.Answer;
import org.jspecify.annotations.Nullable;

/** Counts the answers that another journal knew, and those that it was told. */
final class CountingJournal implements Journal {

    private final Journal delegate;
    private long recalled;
    private long recorded;

    CountingJournal(Journal delegate) {
        this.delegate = delegate;
    }

    long recalled() {
        return recalled;
    }

    long recorded() {
        return recorded;
    }

    long answers() {
        return recalled + recorded;
    }

    @Override
    public @Nullable Answer recall(Query query) {
        Answer answer = delegate.recall(query);
        recalled += answer == null ? 0 : 1;
        return answer;
    }

    @Override
    public void record(Query query, Answer answer) {
        recorded++;
        delegate.record(query, answer);
    }

    @Override
    public void flush() {
        delegate.flush();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
