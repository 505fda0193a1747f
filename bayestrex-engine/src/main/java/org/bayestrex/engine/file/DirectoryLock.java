/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Lets one writer at a time into a directory. The system frees it when the process ends, however it ends. */
public final class DirectoryLock implements AutoCloseable {

    private static final long PAUSE_MILLIS = 20;

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a directory that nobody has locked; empty when somebody has.
     *
     * @param file the file that is locked, made if need be: {@code directory/lock}
     * @throws IOException when it cannot be made
     */
    public static Optional<DirectoryLock> tryLock(Path file) throws IOException {
        return await(file, Duration.ZERO);
    }

    /**
     * Waits for a directory's lock; empty when it is not to be had in that time, or the thread is interrupted.
     *
     * @param file the file that is locked
     * @throws IOException when it cannot be made
     */
    public static Optional<DirectoryLock> await(Path file, Duration atMost) throws IOException {
        long end = System.nanoTime() + atMost.toNanos();
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            boolean more = true;
            while (more) {
                if (isLocked(channel)) {
                    return Optional.of(new DirectoryLock(channel));
                }
                more = System.nanoTime() < end && pause();
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        // If this very process holds the lock, POSIX frees it for other processes with this close. It happens where
        // somebody has given up waiting; files are written as a whole all the same.
        channel.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close(); // frees the lock with it
    }
}
