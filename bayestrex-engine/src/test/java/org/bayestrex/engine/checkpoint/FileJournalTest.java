/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bayestrex.engine.density.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was recorded comes back bit for bit; what was damaged doesn't come back at all. */
class FileJournalTest {

    @TempDir
    Path directory;

    private final RememberingLogger logger = new RememberingLogger();

    private FileJournal open() {
        return Writing.open(directory, logger);
    }

    private Path own() {
        return directory.resolve(Writing.KEY.hash());
    }

    private Path segment(int number) {
        return own().resolve("segment-%06d.json".formatted(number));
    }

    /** Writes segments of 100 answers: pilot and chain take turns, the chain with gradients. */
    private void writeAnswers(int from, int to) {
        try (FileJournal journal = open()) {
            for (int i = from; i < to; i++) {
                boolean gradient = i % 2 == 1;
                journal.record(Writing.query(stream(i), i, gradient), Writing.answer(i, gradient));
            }
        }
    }

    private static String stream(int i) {
        return i % 2 == 1 ? "chain 0" : "pilot";
    }

    private static void assertKnown(FileJournal journal, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean gradient = i % 2 == 1;
            assertThat(journal.recall(Writing.query(stream(i), i, gradient)))
                    .as("answer %d", i)
                    .usingRecursiveComparison()
                    .isEqualTo(Writing.answer(i, gradient));
        }
    }

    private static void assertUnknown(FileJournal journal, int from, int to) {
        for (int i = from; i < to; i++) {
            assertThat(journal.recall(Writing.query(stream(i), i, i % 2 == 1)))
                    .as("answer %d", i)
                    .isNull();
        }
    }

    @Test
    void answersComeBackAsTheyWereRecordedAndTheirMemoryIsLetGo() {
        // given
        writeAnswers(0, 250);

        try (FileJournal journal = open()) {
            // then
            assertThat(journal.size()).isEqualTo(250);
            assertKnown(journal, 0, 250);
            assertUnknown(journal, 250, 260);
            assertThat(journal.size()).isZero();
        }
        assertThat(segment(3)).exists();
        assertThat(segment(4)).doesNotExist();
        assertThat(logger.warnings).isEmpty();
    }

    @Test
    void everyBitOfAFloatIsKept() {
        // given
        float[] odd = {
            Float.NaN,
            Float.intBitsToFloat(0x7fc12345),
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            -0f,
            Float.MIN_VALUE,
            Float.MAX_VALUE,
            .1f
        };
        Query query = Writing.query("pilot", 0, true);
        try (FileJournal journal = open()) {
            journal.record(query, new Answer(odd, new float[] {-0f, Float.intBitsToFloat(0xffc00001)}));
        }

        // when
        Answer answer;
        try (FileJournal journal = open()) {
            answer = journal.recall(query);
        }

        // then
        assertThat(bits(answer.logits())).isEqualTo(bits(odd));
        assertThat(bits(answer.gradient())).containsExactly(0x80000000, 0xffc00001);
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }

    @Test
    void theAnswersOfAStreamMayComeInAnyOrder() {
        try (FileJournal journal = open()) {
            for (int i = 299; i >= 0; i--) {
                boolean gradient = i % 2 == 1;
                journal.record(Writing.query(stream(i), i, gradient), Writing.answer(i, gradient));
            }
        }

        try (FileJournal journal = open()) {
            assertKnown(journal, 0, 300);
        }
    }

    @Test
    void anAnswerToAnotherQuestionIsNoAnswer() {
        // given
        writeAnswers(0, 10);

        try (FileJournal journal = open()) {
            // then: another stream, another point, another kind of question
            assertThat(journal.recall(Writing.query("mixture", 0, false))).isNull();
            assertThat(journal.recall(new Query("pilot", 0, new double[] {0, 1e-300}, false)))
                    .isNull();
            assertThat(journal.recall(Writing.query("pilot", 0, true))).isNull();
            assertThat(journal.recall(Writing.query("pilot", 0, false))).isNotNull();
        }
    }

    @Test
    void aTruncatedSegmentIsLeftOutAndItsNumberGivenToTheNext() throws IOException {
        // given
        writeAnswers(0, 300);
        byte[] bytes = Files.readAllBytes(segment(2));
        Files.write(segment(2), Arrays.copyOf(bytes, bytes.length / 2));

        // when
        try (FileJournal journal = open()) {
            assertKnown(journal, 0, 100);
            assertUnknown(journal, 100, 200);
            assertKnown(journal, 200, 300);
        }
        assertThat(logger.warnings).singleElement().asString().contains("Segment 2", own().toString(), "damaged");
        writeAnswers(100, 200);

        // then
        logger.warnings.clear();
        try (FileJournal journal = open()) {
            assertKnown(journal, 0, 300);
        }
        assertThat(logger.warnings).isEmpty();
        assertThat(segment(4)).doesNotExist();
    }

    @Test
    void aSegmentWithAFlippedBitIsLeftOut() throws IOException {
        // given
        writeAnswers(0, 200);
        byte[] bytes = Files.readAllBytes(segment(1));
        bytes[bytes.length - 30] ^= 1; // among the floats
        Files.write(segment(1), bytes);

        try (FileJournal journal = open()) {
            // then
            assertUnknown(journal, 0, 100);
            assertKnown(journal, 100, 200);
        }
        assertThat(logger.warnings).singleElement().asString().contains("Segment 1 of the checkpoint");
    }

    @Test
    void aSegmentOfAnotherJournalIsLeftOut() throws IOException {
        // given
        writeAnswers(0, 200);
        Files.copy(segment(1), segment(3));

        try (FileJournal journal = open()) {
            // then
            assertThat(journal.size()).isEqualTo(200);
        }
        assertThat(logger.warnings).singleElement().asString().contains("Segment 3", "it is segment 1");
    }

    @Test
    void anotherKeyHasAJournalOfItsOwnAndIsToldWhatDiffers() {
        // given
        writeAnswers(0, 100);
        JournalKey other = JournalKey.of(Map.of("seed", "8", "target", "confident in 4"));

        // when
        try (FileJournal mine = open();
                FileJournal journal = FileJournal.open(directory, other, Writing.PER_SEGMENT, logger)) {
            // then
            assertThat(journal.size()).isZero();
            assertThat(mine.size()).isEqualTo(100);
        }
        assertThat(logger.remarks)
                .singleElement()
                .asString()
                .contains(directory.toString(), "differs in \"seed\" (7 there, 8 here)")
                .doesNotContain("target");
        assertThat(logger.warnings).isEmpty();
    }

    @Test
    void aSecondOpenerIsRefusedUntilTheFirstOneCloses() {
        FileJournal first = open();

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(this::open)
                .withMessageContainingAll(own().toString(), "in use by another search", "another directory");

        first.close();
        first.close();
        open().close();
    }

    @Test
    void aDirectoryThatCannotBeIsRefusedAtOnce() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Writing.open(file.resolve("below"), logger))
                .withMessageContainingAll(file.toString(), "cannot be used", "Give a directory");
    }

    @Test
    void whatCannotBeWrittenIsToldOnceAndDoesNotDisturb() throws IOException {
        // given
        try (FileJournal journal = open()) {
            for (int i = 0; i < 350; i++) {
                if (i == 150) {
                    delete(own());
                }
                if (i == 320) {
                    Files.createDirectory(own());
                }
                boolean gradient = i % 2 == 1;
                journal.record(Writing.query(stream(i), i, gradient), Writing.answer(i, gradient));
            }
        }

        // then
        assertThat(logger.warnings).singleElement().asString().contains(own().toString(), "could not be written");
        try (FileJournal journal = open()) {
            assertUnknown(journal, 0, 300);
            assertKnown(journal, 300, 350);
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(directory);
    }

    @Test
    void aMillionAnswersAreHeldInLittleMoreThanTheirFloats() {
        // given
        Recorded recorded = new Recorded();
        int perBlock = 2000;
        long before = used();

        // when
        for (int block = 0; block < 500; block++) {
            long first = (long) block * perBlock;
            recorded.add(new Block(
                    "chain 0",
                    10,
                    5,
                    LongStream.range(first, first + perBlock).toArray(),
                    new int[perBlock],
                    new float[15 * perBlock]));
        }
        long held = used() - before;

        // then: 60 bytes of floats, 8 of ordinal and 4 of point each
        assertThat(recorded.size()).isEqualTo(1_000_000);
        assertThat(held).isLessThan(90_000_000L);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
