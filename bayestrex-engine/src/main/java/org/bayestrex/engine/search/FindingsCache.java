/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bayestrex.engine.cache.Entry;
import org.bayestrex.engine.cache.EntryFiles;
import org.bayestrex.engine.checkpoint.JournalKey;
import org.jspecify.annotations.Nullable;

/**
 * Findings of earlier runs in a directory, by all that they depend on: target, settings, seed, the contents of every model
 * file, the engine's code, the machine's kind. A search that nothing has changed for is answered from there.
 *
 * <p>Whatever is wrong with the directory or an entry, the search is run, and the listener is warned once. Any number of
 * processes can share a directory. What was used longest ago is deleted when it grows too large.
 */
public final class FindingsCache {

    /** What a cache takes at most unless said otherwise, in megabytes of a million bytes: some 250 searches of pictures. */
    public static final int MEGABYTES = 2000;

    private static final long MEGABYTE = 1_000_000;

    private final @Nullable EntryFiles files;
    private final InstantSource clock;
    private final Set<String> said = new HashSet<>();
    private @Nullable String engine;

    private FindingsCache(@Nullable EntryFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    /** A cache that keeps nothing and has nothing. */
    public static FindingsCache none() {
        return new FindingsCache(null, InstantSource.system());
    }

    /** A cache in a directory, which is made when there is something to keep. */
    public static FindingsCache in(Path directory) {
        return in(directory, MEGABYTES);
    }

    /**
     * A cache in a directory that is not to grow beyond a size.
     *
     * @param megabytes of a million bytes, 1 or more; only what was used in the last hour stays above that
     */
    public static FindingsCache in(Path directory, int megabytes) {
        return in(directory, megabytes, InstantSource.system());
    }

    static FindingsCache in(Path directory, InstantSource clock) {
        return in(directory, MEGABYTES, clock);
    }

    private static FindingsCache in(Path directory, int megabytes, InstantSource clock) {
        if (megabytes < 1) {
            throw new IllegalArgumentException("A cache of " + megabytes + " megabytes holds nothing");
        }
        return new FindingsCache(new EntryFiles(directory, megabytes * MEGABYTE), clock);
    }

    /** The findings of an equal search. */
    synchronized Optional<Findings> find(SearchSpec spec, Consumer<String> warnings) {
        if (files == null) {
            return Optional.empty();
        }
        Optional<String> obstacle = FindingsKey.obstacle(spec);
        if (obstacle.isPresent()) {
            sayOnce("Findings are not kept in the cache: " + obstacle.get(), warnings);
            return Optional.empty();
        }
        JournalKey key = FindingsKey.of(spec, engine());
        try {
            Optional<Entry> entry = files.read(key);
            return entry.isPresent() ? Optional.of(KeptFindings.read(entry.get(), spec)) : Optional.empty();
        } catch (IOException e) {
            sayOnce(
                    "The cached findings in %s are not used (%s). The search for %s is run again"
                            .formatted(files.file(key), reason(e), spec.describe()),
                    warnings);
            return Optional.empty();
        }
    }

    /** Keeps the findings of a search that ran to its end. */
    synchronized void keep(Findings findings, Consumer<String> warnings) {
        if (files == null || FindingsKey.obstacle(findings.spec()).isPresent()) {
            return;
        }
        Optional<String> obstacle = KeptFindings.obstacle(findings);
        if (obstacle.isPresent()) {
            sayOnce("Findings are not kept in the cache: " + obstacle.get(), warnings);
            return;
        }
        JournalKey key = FindingsKey.of(findings.spec(), engine());
        try {
            files.write(KeptFindings.write(key, findings, clock.instant()));
        } catch (IOException | RuntimeException e) {
            sayOnce(
                    "The cache %s cannot be written (%s). Findings are as good, but the next run will search again"
                            .formatted(files.directory(), reason(e)),
                    warnings);
        }
    }

    private String engine() {
        String known = engine;
        if (known == null) {
            known = EngineVersion.withCode();
            engine = known;
        }
        return known;
    }

    /** An exception of the file system says little without its kind. */
    private static String reason(Exception e) {
        return e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : e.toString();
    }

    private void sayOnce(String warning, Consumer<String> warnings) {
        if (said.add(warning)) {
            warnings.accept(warning);
        }
    }
}
