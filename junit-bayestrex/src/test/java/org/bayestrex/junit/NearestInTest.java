/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Findings beside the training images that a test names. */
class NearestInTest {

    private static final String TRAINING = "train-images-idx3-ubyte";
    private static final String HELD_OUT = "t10k-images-idx3-ubyte";

    @TempDir
    Path folder;

    private Jupiter.Outcome run(Class<?> test) {
        return run(test, "auto");
    }

    private Jupiter.Outcome run(Class<?> test, String report) {
        return Jupiter.with("bayestrex.report", report)
                .and("bayestrex.output.dir", folder.resolve("out").toString())
                .and("data", folder.toString())
                .andRun(test);
    }

    /** Images of random bytes. */
    private static byte[] idx(int images, int values, long seed) {
        byte[] pixels = new byte[images * values];
        new Random(seed).nextBytes(pixels);
        return ByteBuffer.allocate(12 + pixels.length)
                .putInt(0x0802)
                .putInt(images)
                .putInt(values)
                .put(pixels)
                .array();
    }

    private static byte[] gzipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void theReportSaysHowNearTheFindingsAre() throws IOException {
        // given: one file plain, one compressed
        Files.write(folder.resolve(TRAINING), idx(500, 2, 1));
        Files.write(folder.resolve(HELD_OUT + ".gz"), gzipped(idx(200, 2, 2)));

        // when
        assertThat(run(Named.class).failures()).isEmpty();

        // then
        Path output = folder.resolve("out/NearestInTest-Named/search-confident-in-1");
        String training = folder.getFileName() + " training";
        assertThat(output.resolve("neighbours.json"))
                .content()
                .contains("\"training\": \"" + training + "\"", "\"compared\": 200");
        assertThat(output.resolve("report.html"))
                .content()
                .contains("Like the training images?", "Nearest of 500 images of " + training + ": ");
    }

    static class Named {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @NearestIn("${data}")
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void withoutReportsNothingIsCompared() throws IOException {
        // given: images that do not fit
        Files.write(folder.resolve(TRAINING), idx(500, 3, 1));
        Files.write(folder.resolve(HELD_OUT), idx(200, 3, 2));

        assertThat(run(Named.class, "off").failures()).isEmpty();
    }

    @Test
    void imagesOfAnotherShapeAreRefused() throws IOException {
        Files.write(folder.resolve(TRAINING), idx(500, 3, 1));
        Files.write(folder.resolve(HELD_OUT), idx(200, 3, 2));

        assertThat(run(Named.class).failure())
                .startsWith("@NearestIn(value = \"${data}\") on NearestInTest$Named#search: ")
                .contains("Input 0 has the shape [2], but the images of ", " training have [3]");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThat(run(Nowhere.class).failure())
                .isEqualTo("@NearestIn(value = \"no/such/folder\") on NearestInTest$Nowhere#search: there is no folder "
                        + "no/such/folder (the working directory is %s). Put the training images there, correct the path, "
                                .formatted(Path.of("").toAbsolutePath())
                        + "or remove the annotation, and with it the nearest images from the report.");
    }

    static class Nowhere {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @NearestIn("no/such/folder")
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void aFolderWithoutTheImagesIsNamed() throws IOException {
        Files.write(folder.resolve(TRAINING), idx(500, 2, 1));

        assertThat(run(Named.class).failure())
                .isEqualTo(
                        "@NearestIn(heldOut = \"%s\") on NearestInTest$Named#search: the folder %s holds no such file, "
                                        .formatted(HELD_OUT, folder.toRealPath())
                                + "and none with .gz after its name. Put the images there as an IDX file, or give heldOut the "
                                + "name that they have.");
    }

    @Test
    void aFileThatIsNoIdxFileIsRefused() throws IOException {
        Files.writeString(folder.resolve(TRAINING), "not images at all");
        Files.write(folder.resolve(HELD_OUT), idx(200, 2, 2));

        assertThat(run(Named.class).failure())
                .startsWith("@NearestIn(value = \"${data}\") on NearestInTest$Named#search: ")
                .contains(TRAINING);
    }

    @Test
    void theBuilderMayNameThem() {
        assertThat(run(Built.class).failures()).isEmpty();

        assertThat(folder.resolve("out/NearestInTest-Built/search-confident-in-1/neighbours.json"))
                .content()
                .contains("\"training\": \"grid\"");
    }

    static class Built {
        private static final DataSet GRID = DataSet.of("grid", new float[] {0, 0, 0, 1, 1, 0, 1, 1, 2, 2, 2, 3}, 2);

        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier())
                .dataDistribution(Plane.points())
                .nearestIn(GRID, GRID)
                .sampling(Plane.QUICK)
                .build();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void aClassAndTheBuilderAreNotBothAsked() {
        assertThat(run(Twice.class).failure())
                .startsWith("@NearestIn on NearestInTest$Twice: BayesTrex.builder().nearestIn(...) gives another one");
    }

    @NearestIn("${data}")
    static class Twice {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Built.BAYES_TREX;

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }
}
