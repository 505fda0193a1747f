/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import java.nio.file.Path;
import org.bayestrex.engine.density.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The networks' answers to a search, kept so that it can be stopped at any moment and resumed.
 *
 * <p>Samplers are deterministic: what they draw depends on the seed and on the answers. So the answers are
 * all that a checkpoint needs. A resumed search asks its questions again from the first one; those that
 * the journal knows cost no pass through the networks, and from the first unknown one on it is the search
 * that was stopped, bit for bit.
 *
 * <p>One thread at a time.
 */
public interface Journal extends AutoCloseable {

    /** Remembers nothing. */
    Journal NONE = new NoJournal();

    /**
     * The answer that an earlier run recorded, or null where there is none. To be asked once for each
     * question: an answer's memory may be let go when it was recalled.
     */
    @Nullable
    Answer recall(Query query);

    /**
     * Records an answer. Those of one stream may come in any order. It is on disk after {@link #flush} at
     * the latest; if that fails, the search is not disturbed: the failure is logged once, and the answers
     * will be asked for again.
     */
    void record(Query query, Answer answer);

    /** Writes to disk what was recorded so far. */
    void flush();

    /** Flushes, and lets others use the directory; a second time without effect. */
    @Override
    void close();

    /**
     * Opens the journal of a search, or begins one: a subdirectory that is named after the key, so that
     * any number of searches can share the directory. After a process was killed it lacks the answers that
     * were not flushed, {@value FileJournal#ANSWERS_PER_SEGMENT} at most.
     *
     * @param directory made if need be
     * @param key all that the search's answers depend on
     * @throws CheckpointException when the directory cannot be written, or while another search with the
     *     same key has it open, in whatever process
     */
    static Journal open(Path directory, JournalKey key) {
        return FileJournal.open(
                directory, key, FileJournal.ANSWERS_PER_SEGMENT, System.getLogger(Journal.class.getName()));
    }
}
