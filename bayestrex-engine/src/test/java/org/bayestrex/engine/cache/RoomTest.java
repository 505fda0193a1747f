/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.bayestrex.engine.checkpoint.JournalKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that were used longest ago make room for others. */
class RoomTest {

    private static final int BYTES = 10_000;

    @TempDir
    Path directory;

    /** Room for three entries of noise, and a bit. */
    private EntryFiles files() {
        return new EntryFiles(directory, 3 * BYTES + BYTES / 2);
    }

    private static JournalKey key(int number) {
        return JournalKey.of(Map.of("seed", String.valueOf(number)));
    }

    private void write(int number) throws IOException {
        byte[] noise = new byte[BYTES];
        new Random(number).nextBytes(noise);
        files().write(new Entry(key(number), new JsonObject(), noise));
    }

    private void usedHoursAgo(int number, long hours) throws IOException {
        Files.setLastModifiedTime(
                files().file(key(number)), FileTime.from(Instant.now().minus(Duration.ofHours(hours))));
    }

    private boolean isThere(int number) {
        return Files.exists(files().file(key(number)));
    }

    @Test
    void whatWasUsedLongestAgoGoesAndNoMoreThanMust() throws IOException {
        // given
        write(1);
        write(2);
        write(3);
        usedHoursAgo(1, 5);
        usedHoursAgo(2, 9);
        usedHoursAgo(3, 7);

        // when
        write(4);

        // then
        assertThat(isThere(2)).isFalse();
        assertThat(isThere(1) && isThere(3) && isThere(4)).isTrue();
    }

    @Test
    void toBeReadIsToBeUsed() throws IOException {
        // given
        write(1);
        write(2);
        write(3);
        usedHoursAgo(1, 5);
        usedHoursAgo(2, 9);
        usedHoursAgo(3, 7);

        // when
        files().read(key(2));
        write(4);

        // then
        assertThat(isThere(2)).isTrue();
        assertThat(isThere(3)).isFalse();
    }

    @Test
    void whatWasUsedWithinTheHourStaysHoweverLittleRoomThereIs() throws IOException {
        for (int number = 0; number < 6; number++) {
            write(number);
        }

        assertThat(directory).isDirectoryContaining("glob:**.findings");
        for (int number = 0; number < 6; number++) {
            assertThat(isThere(number)).isTrue();
        }
    }

    @Test
    void aFileOfTomorrowIsInUseAndOtherFilesAreNobodysBusiness() throws IOException {
        // given: the clock was put back
        write(1);
        write(2);
        write(3);
        usedHoursAgo(1, -24);
        usedHoursAgo(2, 2);
        Path other = Files.write(directory.resolve("readme.txt"), new byte[10 * BYTES]);
        Files.setLastModifiedTime(other, FileTime.from(Instant.EPOCH));

        // when
        write(4);

        // then
        assertThat(isThere(1) && isThere(3) && isThere(4)).isTrue();
        assertThat(isThere(2)).isFalse();
        assertThat(other).exists();
    }

    @Test
    void noRoomAtAllIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Room(0, ".findings"));
    }
}
