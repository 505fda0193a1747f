/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unchanged tests are answered from the cache where one is asked for, and reports say so. */
class CacheTest {

    private static final String MODELS = "../bayestrex-engine/src/test/models/";

    @TempDir
    Path directory;

    @BeforeEach
    void forget() {
        Searching.FOUND.clear();
    }

    @ModelUnderTest(value = MODELS + "linear-classifier.pt", temperature = 2, batchLimit = 100)
    @DataDistribution(value = MODELS + "linear-generator.pt", latentSize = 2)
    @Sampling(method = Method.ELLIPTICAL_SLICE, chains = 2, warmup = 10, draws = 20)
    static class Searching {
        static final List<Findings> FOUND = new ArrayList<>();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {
            FOUND.add(findings);
        }
    }

    private Jupiter jupiter() {
        return Jupiter.with("bayestrex.cache.dir", directory.resolve("cache").toString())
                .and("bayestrex.output.dir", directory.resolve("output").toString());
    }

    @Test
    void aSecondRunIsAnsweredFromTheCacheAndItsReportSaysSo() throws IOException {
        // when
        jupiter().andRun(Searching.class);
        jupiter().and("bayestrex.report", "auto").andRun(Searching.class);

        // then
        assertThat(Searching.FOUND).hasSize(2);
        assertThat(Searching.FOUND.get(0).fromCache()).isEmpty();
        assertThat(Searching.FOUND.get(1).fromCache()).isPresent();
        assertThat(Searching.FOUND.get(1).levelSetMass())
                .isEqualTo(Searching.FOUND.get(0).levelSetMass());
        try (Stream<Path> files = Files.walk(directory.resolve("output"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file)
                            .content()
                            .contains("From the cache")
                            .containsPattern("run, on \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC; it took .* then"));
        }
    }

    @ModelUnderTest(value = MODELS + "linear-classifier.pt", temperature = 2)
    @DataDistribution(value = MODELS + "linear-generator.pt", latentSize = 2)
    @LabelledBy(conditionalGenerator = MODELS + "choice.pt")
    @Sampling(method = Method.ELLIPTICAL_SLICE, chains = 4, warmup = 10, draws = 20)
    static class Comparing {
        static final List<String> SEEN = new ArrayList<>();

        @OverconfidenceAgainst(baseline = MODELS + "linear-classifier.pt")
        void search(Comparison comparison) {
            SEEN.add(comparison.toJson());
        }
    }

    @Test
    void aComparisonIsAnsweredFromTheCacheToo() throws IOException {
        // when
        Comparing.SEEN.clear();
        var outcome = jupiter().andRun(Comparing.class);
        Map<Path, Long> kept = entries();
        jupiter().andRun(Comparing.class);

        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(kept).as("two models of so many classes").hasSizeGreaterThanOrEqualTo(4);
        assertThat(entries()).as("nothing was written again").isEqualTo(kept);
        assertThat(Comparing.SEEN).hasSize(2);
        assertThat(Comparing.SEEN.get(1)).isEqualTo(Comparing.SEEN.get(0));
    }

    /** The entries and when they were made: a file that is written again is a new one. */
    private Map<Path, Long> entries() throws IOException {
        Map<Path, Long> entries = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory.resolve("cache"))) {
            for (Path file : files.toList()) {
                entries.put(file, ((FileTime) Files.getAttribute(file, "creationTime")).to(TimeUnit.MICROSECONDS));
            }
        }
        return entries;
    }

    @Test
    void aSizeThatIsNoneIsRefused() {
        assertThat(jupiter()
                        .and("bayestrex.cache.megabytes", "0")
                        .andRun(Searching.class)
                        .failure())
                .isEqualTo(
                        "Configuration parameter bayestrex.cache.megabytes = 0: a whole number from 1 on is expected.");
    }

    @Test
    void offIsOff() {
        for (int i = 0; i < 2; i++) {
            jupiter().and("bayestrex.cache", "off").andRun(Searching.class);
        }

        assertThat(Searching.FOUND)
                .hasSize(2)
                .allSatisfy(found -> assertThat(found.fromCache()).isEmpty());
        assertThat(directory.resolve("cache")).doesNotExist();
    }

    @Test
    void withoutADirectoryItLiesBesideTheReports() {
        for (int i = 0; i < 2; i++) {
            Jupiter.with("bayestrex.cache", "read-write")
                    .and("bayestrex.output.dir", directory.resolve("output").toString())
                    .andRun(Searching.class);
        }

        assertThat(Searching.FOUND.get(1).fromCache()).isPresent();
        assertThat(directory.resolve("bayestrex-cache")).isNotEmptyDirectory();
    }

    @Test
    void whatIsNeitherOffNorOnIsRefused() {
        assertThat(jupiter()
                        .and("bayestrex.cache", "maybe")
                        .andRun(Searching.class)
                        .failure())
                .isEqualTo("Configuration parameter bayestrex.cache = maybe: off or read-write is expected.");
    }

    @Test
    void temperatureAndBatchLimitArePartOfTheModel() {
        jupiter().andRun(Searching.class);

        assertThat(Searching.FOUND.get(0).spec().classifier().fingerprint())
                .endsWith("temperature 2.0, at most 100 rows");
    }

    @Test
    void aTemperatureOfZeroIsRefused() {
        assertThat(Jupiter.run(TooCold.class).failure())
                .isEqualTo("@ModelUnderTest(value = \"" + MODELS + "linear-classifier.pt\") on CacheTest$TooCold: "
                        + "A temperature must be a positive number, but is 0.0; 1 changes nothing");
    }

    @ModelUnderTest(value = MODELS + "linear-classifier.pt", temperature = 0)
    @DataDistribution(value = MODELS + "linear-generator.pt", latentSize = 2)
    static class TooCold {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }
}
