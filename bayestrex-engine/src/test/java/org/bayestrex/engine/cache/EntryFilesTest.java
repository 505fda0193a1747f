/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bayestrex.engine.checkpoint.JournalKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry is what was written, bit for bit, or it is refused. */
class EntryFilesTest {

    private static final JournalKey KEY = JournalKey.of(Map.of("seed", "7", "target", "confident in \"4\"\n"));

    private static final long ROOMY = 1L << 30;

    @TempDir
    Path directory;

    private EntryFiles files;

    @BeforeEach
    void write() throws IOException {
        files = new EntryFiles(directory.resolve("deep/down"), ROOMY);
        JsonObject json = new JsonObject();
        json.addProperty("computed", "2026-11-22T10:00:00Z");
        files.write(new Entry(KEY, json, new byte[] {0, 10, -1, 127, 10}));
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(files.file(KEY));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Optional<Entry> entry = files.read(KEY);

        assertThat(entry).hasValueSatisfying(found -> {
            assertThat(found.key()).isEqualTo(KEY);
            assertThat(found.json().get("computed").getAsString()).isEqualTo("2026-11-22T10:00:00Z");
            assertThat(found.binary()).containsExactly(0, 10, -1, 127, 10);
        });
        assertThat(files.read(JournalKey.of(Map.of("seed", "8")))).isEmpty();
        assertThat(new EntryFiles(directory.resolve("nowhere"), ROOMY).read(KEY))
                .isEmpty();
        assertThat(files.directory()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void cutOffAnywhereItIsRefused() throws IOException {
        byte[] whole = bytes();
        for (int length = 0; length < whole.length; length++) {
            Files.write(files.file(KEY), Arrays.copyOf(whole, length));

            assertThatIOException().as("%d bytes", length).isThrownBy(() -> files.read(KEY));
        }
    }

    /** The one bit that says nothing is that of a letter in a name of the header: that is refused, too. */
    @Test
    void withAnyBitFlippedItIsRefused() throws IOException {
        byte[] whole = bytes();
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(files.file(KEY), flipped);

            assertThatIOException().as("bit %d", bit).isThrownBy(() -> files.read(KEY));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "{}\n",
                "[1]\n",
                "null\n",
                "{\"schemaVersion\":2}\n",
                "{\"schemaVersion\":[]}\n",
                "\0\0\0"
            })
    void garbageIsRefused(String text) throws IOException {
        Files.writeString(files.file(KEY), text);

        assertThatIOException().isThrownBy(() -> files.read(KEY));
    }

    @Test
    void anotherVersionIsRefusedByItsNumber() throws IOException {
        String text = new String(bytes(), StandardCharsets.ISO_8859_1);
        Files.write(
                files.file(KEY),
                text.replace("\"schemaVersion\":2", "\"schemaVersion\":1").getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> files.read(KEY))
                .withMessage("its schemaVersion is 1, not 2");
    }

    @Test
    void anEntryUnderAnothersNameIsRefused() throws IOException {
        JournalKey other = JournalKey.of(Map.of("seed", "8", "target", "confident in \"4\"\n"));
        Files.copy(files.file(KEY), files.file(other));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> files.read(other))
                .withMessage("it belongs to another search, which differs in [seed]");
    }

    @Test
    void aDirectoryOfItsNameIsRefused() throws IOException {
        Files.delete(files.file(KEY));
        Files.createDirectory(files.file(KEY));

        assertThatIOException().isThrownBy(() -> files.read(KEY));
    }

    @Test
    void whatAKilledProcessLeftIsDeletedAfterAnHour() throws IOException {
        // given
        Path abandoned = Files.createFile(files.directory().resolve("a.tmp"));
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path beingWritten = Files.createFile(files.directory().resolve("b.tmp"));
        Path ofTomorrow = Files.createFile(files.directory().resolve("c.tmp")); // before the clock was put back
        Files.setLastModifiedTime(ofTomorrow, FileTime.from(Instant.now().plus(Duration.ofDays(1))));

        // when
        write();

        // then
        assertThat(abandoned).doesNotExist();
        assertThat(beingWritten).exists();
        assertThat(ofTomorrow).exists();
    }
}
