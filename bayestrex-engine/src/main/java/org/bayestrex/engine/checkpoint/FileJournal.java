/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bayestrex.engine.density.Answer;
import org.bayestrex.engine.file.DirectoryLock;
import org.jspecify.annotations.Nullable;

/**
 * A journal in numbered files, each of which stands for itself: one that is damaged costs its own answers
 * alone, which are asked for again, and its number is given to the next one that is written.
 */
final class FileJournal implements Journal {

    /** Answers between two writes; what a killed process loses at most. */
    static final int ANSWERS_PER_SEGMENT = 2000;

    /** More parts that differ are another search, not one that the user meant to resume. */
    private static final int MOST_DIFFERENCES = 2;

    private final String key;
    private final SegmentFiles files;
    private final int answersPerSegment;
    private final Logger logger;
    private final DirectoryLock lock;
    private final Recorded recorded = new Recorded();
    private final Set<Integer> whole = new HashSet<>();
    private List<Block.Entry> unwritten = new ArrayList<>();
    private int number = 1;
    private boolean complained;
    private boolean closed;

    private FileJournal(String key, SegmentFiles files, int answersPerSegment, Logger logger, DirectoryLock lock) {
        this.key = key;
        this.files = files;
        this.answersPerSegment = answersPerSegment;
        this.logger = logger;
        this.lock = lock;
    }

    static FileJournal open(Path directory, JournalKey key, int answersPerSegment, Logger logger) {
        Path own = directory.resolve(key.hash());
        try {
            boolean fresh = !Files.isDirectory(own);
            Files.createDirectories(own);
            DirectoryLock lock = DirectoryLock.tryLock(own.resolve("lock"))
                    .orElseThrow(() -> new CheckpointException("The checkpoint " + own
                            + " is in use by another search that is equal in models, target and settings. Wait for its "
                            + "end, or give one of them another directory"));
            try {
                if (fresh) {
                    tellOfTheNearest(directory, key, logger);
                }
                KeyFile.write(own, key);
                FileJournal journal =
                        new FileJournal(key.hash(), new SegmentFiles(own), answersPerSegment, logger, lock);
                journal.load();
                return journal;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CheckpointException(
                    "The checkpoint %s cannot be used (%s). Give a directory on a local disk that can be written"
                            .formatted(own, e),
                    e);
        }
    }

    /** Who expects a search to be resumed wants to know why it is not. */
    private static void tellOfTheNearest(Path directory, JournalKey key, Logger logger) throws IOException {
        Optional<JournalKey> nearest = KeyFile.nearest(directory, key)
                .filter(other -> key.differences(other).size() <= MOST_DIFFERENCES);
        if (nearest.isPresent()) {
            StringBuilder text = new StringBuilder("This search begins a checkpoint of its own: the nearest one in ")
                    .append(directory)
                    .append(" differs in");
            for (String name : key.differences(nearest.get())) {
                text.append(" \"%s\" (%s there, %s here)"
                        .formatted(
                                name,
                                nearest.get().parts().get(name),
                                key.parts().get(name)));
            }
            logger.log(Level.INFO, text.toString());
        }
    }

    private void load() throws IOException {
        files.deleteTemporaries();
        for (int next : files.numbers()) {
            try {
                files.read(key, next).blocks().forEach(recorded::add);
                whole.add(next);
            } catch (IOException e) {
                logger.log(
                        Level.WARNING,
                        "Segment %d of the checkpoint %s is left out, its answers will be computed again: %s"
                                .formatted(next, files.directory(), e.getMessage()));
            }
        }
    }

    /** Answers of earlier runs that were not recalled yet. */
    long size() {
        return recorded.size();
    }

    @Override
    public @Nullable Answer recall(Query query) {
        return recorded.recall(query);
    }

    @Override
    public void record(Query query, Answer answer) {
        if (closed) {
            throw new IllegalStateException("the journal is closed");
        }
        unwritten.add(Block.Entry.of(query, answer));
        if (unwritten.size() >= answersPerSegment) {
            flush();
        }
    }

    @Override
    public void flush() {
        if (unwritten.isEmpty()) {
            return;
        }
        List<Block.Entry> entries = unwritten;
        unwritten = new ArrayList<>();
        while (whole.contains(number)) {
            number++;
        }
        try {
            files.write(Segment.of(key, number, entries));
            whole.add(number);
        } catch (IOException e) {
            complain(e);
        }
    }

    /** A gap does no harm: its answers will be asked for again. The next segment may find room. */
    private void complain(IOException cause) {
        if (!complained) {
            complained = true;
            logger.log(
                    Level.WARNING,
                    "The checkpoint %s could not be written (%s). The search goes on; should it be stopped, the answers since then will be computed again"
                            .formatted(files.directory(), cause));
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        flush();
        closed = true;
        try {
            lock.close();
        } catch (IOException e) {
            complain(e);
        }
    }
}
