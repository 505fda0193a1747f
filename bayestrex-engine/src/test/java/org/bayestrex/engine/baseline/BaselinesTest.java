/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of baselines. */
class BaselinesTest {

    private static final String TEST = "org.acme.ATest#search confident in 0";

    @TempDir
    Path folder;

    private static Baseline baseline(String test) {
        return Baseline.of(test, Released.findings(2), Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        // given
        Baselines baselines = new Baselines(folder.resolve("not/there/yet"));
        Baseline written = baseline(TEST);
        // when
        Path file = baselines.write(written);
        // then: latents and logits are floats, all else is exact
        assertThat(baselines.find(TEST).orElseThrow())
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> Float.compare(a.floatValue(), b.floatValue()), Double.class)
                .withEqualsForType((a, b) -> same(a, b), double[].class)
                .isEqualTo(written);
        assertThat(file.getFileName().toString())
                .matches("org\\.acme\\.ATest-search-confident-in-0-[0-9a-f]{10}\\.json");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
        assertThat(file.resolveSibling(".gitignore")).hasContent(".lock\n*.tmp");
    }

    private static boolean same(double[] one, double[] other) {
        boolean same = one.length == other.length;
        for (int i = 0; same && i < one.length; i++) {
            same = (float) one[i] == (float) other[i];
        }
        return same;
    }

    @Test
    void aSecondOneTakesTheFirstOnesPlace() throws IOException {
        Baselines baselines = new Baselines(folder);
        baselines.write(baseline(TEST));
        Path file = baselines.write(Baseline.of(TEST, Released.findings(4), Instant.EPOCH));

        assertThat(Files.readString(file)).contains("\"written\": \"1970-01-01T00:00:00Z\"");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(each -> each.toString().endsWith(".json"))).hasSize(1);
        }
    }

    @Test
    void whereThereIsNoneThereIsNone() {
        assertThat(new Baselines(folder.resolve("nowhere")).find(TEST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATest#search confident in 1 (<b onclick='x'>cat</b> & \"dog\")",
                "ATest#search confident in 1 (\uD83D\uDC08\u200D\u2B1B)",
                "../../etc/passwd",
                "con",
                "LONG"
            })
    void whateverATestIsCalledItsFileLiesInTheFolder(String name) {
        String test = name.equals("LONG") ? "ATest#search confident in 1 (" + "x".repeat(200) + ")" : name;
        Baselines baselines = new Baselines(folder);

        Path file = baselines.write(baseline(test));

        assertThat(file.getParent()).isEqualTo(folder);
        assertThat(file.getFileName().toString()).matches("[A-Za-z0-9._-]{1,130}\\.json");
        assertThat(baselines.find(test).orElseThrow().test()).isEqualTo(test);
        assertThat(baselines.find(test + "!")).isEmpty();
    }

    @Test
    void aDamagedFileIsNamedWithWhatToDo() throws IOException {
        Baselines baselines = new Baselines(folder);
        Path file = baselines.write(baseline(TEST));
        String text = Files.readString(file);

        Files.writeString(file, text.substring(0, text.length() / 2));
        unreadable(baselines, file, "it is no JSON");
        Files.writeString(file, text.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2"));
        unreadable(baselines, file, "its schemaVersion is 2, and this version reads 1");
        Files.writeString(file, text.replace("\"engine\"", "\"motor\""));
        unreadable(baselines, file, "\"engine\" is to be a text");
    }

    private static void unreadable(Baselines baselines, Path file, String reason) {
        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> baselines.find(TEST))
                .withMessageStartingWith("The baseline " + file + " cannot be read: " + reason)
                .withMessageEndingWith("Take it from version control again, or write a new one");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        // given: a file where the folder is to be, which stops the superuser too
        Path file = Files.createFile(folder.resolve("file"));
        // then
        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> new Baselines(file.resolve("baselines")).write(baseline(TEST)))
                .withMessageContaining("cannot be written to " + file.resolve("baselines"))
                .withMessageEndingWith(
                        "Make room there and let the folder be written, or name another one with bayestrex.baseline.dir");
    }
}
