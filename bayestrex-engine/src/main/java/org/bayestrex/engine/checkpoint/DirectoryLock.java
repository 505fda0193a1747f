/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second search out of a journal. The system frees it when the process ends, however it ends. */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a directory.
     *
     * @throws CheckpointException when it is locked
     * @throws IOException when it cannot be
     */
    static DirectoryLock of(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new DirectoryLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process. On POSIX the close below frees it for other processes too: two would write
            // the same answers into the same files, each as a whole, and no harm is done.
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new CheckpointException("The checkpoint " + directory + " is in use by another search that is equal in "
                + "models, target and settings. Wait for its end, or give one of them another directory");
    }

    @Override
    public void close() throws IOException {
        channel.close(); // frees the lock with it
    }
}
