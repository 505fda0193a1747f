/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who knows the true labels: people in two runs, and judges with a card beside them. */
class LabelledByTest {

    private static final Queue<Findings> SEEN = new ConcurrentLinkedQueue<>();
    private static final String MODELS = "../bayestrex-engine/src/test/models/";

    @TempDir
    Path folder;

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    private Jupiter.Outcome run(Class<?> test) {
        return Jupiter.with("bayestrex.report", "auto")
                .and("bayestrex.output.dir", folder.toString())
                .and("labels", folder.resolve("labels.csv").toString())
                .and("models", folder.toString())
                .and("judge", folder.resolve("judge.pt").toString())
                .andRun(test);
    }

    @Test
    void theFirstRunWritesATableAndTheNextOneReadsIt() throws IOException {
        // given: nobody has labelled anything
        assertThat(run(ByPeople.class).failures()).isEmpty();
        assertThat(SEEN.remove().wrongLabelShare().isUnknown()).isTrue();
        Path form = folder.resolve("LabelledByTest-ByPeople/search-confident-in-1/labels.csv");
        List<String> rows = Files.readAllLines(form, UTF_8);
        assertThat(rows).hasSizeBetween(3, 101).startsWith("id,label").doesNotHaveDuplicates();

        // when: somebody calls all of them 1 but the first, which is a 2
        String filled = rows.stream()
                .map(row -> row.equals(rows.get(0)) ? row : row + (row.equals(rows.get(1)) ? "2" : "1"))
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("labels.csv"), filled);
        assertThat(run(ByPeople.class).failures()).isEmpty();

        // then
        Findings findings = SEEN.remove();
        assertThat(findings.wrongLabelShare().isUnknown()).isFalse();
        assertThat(findings.wrongLabelShare().estimate()).isBetween(0.0, .5);
        assertThat(findings.wrongLabelShare().estimate()).isPositive();
        assertThat(Files.readAllLines(form, UTF_8))
                .as("what is labelled keeps its label")
                .contains(rows.get(1) + "2", rows.get(2) + "1");
    }

    static class ByPeople {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @LabelledBy(file = "${labels}")
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void labelsThatAreNoClassesAreRefused() throws IOException {
        Files.writeString(folder.resolve("labels.csv"), "id,label\nab,seven\n");

        assertThat(run(ByPeople.class).failure())
                .startsWith("@LabelledBy(file = \"${labels}\") on LabelledByTest$ByPeople#search: The labels in ")
                .contains("line 2 has the label \"seven\", which is no class");
    }

    @Test
    void aJudgeIsCorrectedByTheConfusionInItsCard() throws IOException {
        // given
        judge("{\"schemaVersion\": 1, \"confusion\": [[990, 10, 0], [10, 990, 0], [0, 0, 1000]]}");

        // when
        assertThat(run(ByJudge.class).failures()).isEmpty();

        // then: judge and model are one, so nothing is wrong
        Findings findings = SEEN.remove();
        assertThat(findings.wrongLabelShare().estimate()).isZero();
        assertThat(findings.wrongLabelShare().upper()).isPositive();
        assertThat(findings.samples().get(0).labels()).containsOnlyKeys("judge.pt");
    }

    @Test
    void aJudgeWithoutACardIsRefused() throws IOException {
        Files.copy(Path.of(MODELS + "linear-classifier.pt"), folder.resolve("judge.pt"));

        assertThat(run(ByJudge.class).failure())
                .startsWith(
                        "@LabelledBy(judge = \"${judge}\"), its card, on LabelledByTest$ByJudge#search: there is no file")
                .contains("judge.json");
    }

    @Test
    void aCardWithoutAConfusionIsRefused() throws IOException {
        judge("{\"schemaVersion\": 1}");

        assertThat(run(ByJudge.class).failure())
                .startsWith("@LabelledBy(judge = \"${judge}\") on LabelledByTest$ByJudge#search: ")
                .contains("it has no \"confusion\"");
    }

    @Test
    void theModelsOwnCardSaysWhichOfTheJudgesClassesItHas() throws IOException {
        // given: the judge is a copy of the model, but counts its first two classes the other way round
        judge("{\"schemaVersion\": 1, \"confusion\": [[1000, 0, 0], [0, 1000, 0], [0, 0, 1000]]}");
        Files.copy(Path.of(MODELS + "linear-classifier.pt"), folder.resolve("model.pt"));
        Files.writeString(folder.resolve("model.json"), "{\"schemaVersion\": 1, \"classes\": [1, 0, 2]}");

        // when
        assertThat(run(OfCardsClasses.class).failures()).isEmpty();

        // then: whatever the model takes for its class 0 is its class 1 to the judge
        Findings findings = SEEN.remove();
        assertThat(findings.wrongLabelShare().estimate()).isEqualTo(1);
        assertThat(findings.inLevelSet())
                .isNotEmpty()
                .allSatisfy(
                        sample -> assertThat(sample.labels().get("judge.pt")).hasValue(1));
    }

    @ModelUnderTest("${models}/model.pt")
    @DataDistribution(value = MODELS + "linear-generator.pt", latentSize = 2)
    static class OfCardsClasses {
        @LabelledBy(judge = "${judge}")
        @Sampling(draws = 50, chains = 4)
        @HighConfidence(targetClass = 0)
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void aJudgeOfOtherClassesNeedsACardThatSaysWhichTheModelHas() throws IOException {
        judge("{\"schemaVersion\": 1, \"confusion\": [[1000, 0, 0], [0, 1000, 0], [0, 0, 1000]]}");

        assertThat(run(OfFewerClasses.class).failure())
                .isEqualTo(
                        "@LabelledBy(judge = \"${judge}\") on LabelledByTest$OfFewerClasses#search: judge.pt tells 3 "
                                + "classes apart, but two has 2, and nothing says which of them each output stands for. Write "
                                + "\"classes\": [...] into a card beside the model, the file of its name that ends in .json, or "
                                + "give BayesTrex.builder().labelledBy(Judge.of(...).ofClasses(...)).");
    }

    static class OfFewerClasses {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Classifier.of("two", List.of("a", "b"), inputs -> inputs))
                .dataDistribution(Plane.points())
                .sampling(Plane.QUICK)
                .build();

        @LabelledBy(judge = "${judge}")
        @HighConfidence(targetClass = 0)
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void bothModelsOfAComparisonMustHaveTheSameClassesOfTheJudge() throws IOException {
        judge("{\"schemaVersion\": 1, \"confusion\": [[1000, 0, 0], [0, 1000, 0], [0, 0, 1000]]}");
        Files.copy(Path.of(MODELS + "linear-classifier.pt"), folder.resolve("model.pt"));
        Files.writeString(folder.resolve("model.json"), "{\"schemaVersion\": 1, \"classes\": [1, 0, 2]}");

        assertThat(run(Compared.class).failure())
                .isEqualTo(
                        "@LabelledBy(judge = \"${judge}\") on LabelledByTest$Compared#compare: by its card the model "
                                + "under test has the classes [1, 0, 2] of judge.pt, but the baseline linear-classifier.pt has "
                                + "[0, 1, 2]. Name a baseline of the same classes, or write \"classes\": [1, 0, 2] into its card.");
    }

    @ModelUnderTest("${models}/model.pt")
    @DataDistribution(value = MODELS + "linear-generator.pt", latentSize = 2)
    static class Compared {
        @LabelledBy(judge = "${judge}")
        @OverconfidenceAgainst(baseline = MODELS + "linear-classifier.pt")
        void compare(Comparison comparison) {}
    }

    private void judge(String card) throws IOException {
        Files.copy(Path.of(MODELS + "linear-classifier.pt"), folder.resolve("judge.pt"));
        Files.writeString(folder.resolve("judge.json"), card);
    }

    @ModelUnderTest(MODELS + "linear-classifier.pt")
    @DataDistribution(value = MODELS + "linear-generator.pt", latentSize = 2)
    static class ByJudge {
        @LabelledBy(judge = "${judge}")
        @Sampling(draws = 50, chains = 4)
        @HighConfidence(targetClass = 0)
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void aConditionalGeneratorSaysWhatItWasToldToDraw() {
        // when
        assertThat(run(ByGenerator.class).failures()).isEmpty();

        // then: the choice has the weights of the model, so nothing is wrong
        Findings findings = SEEN.remove();
        assertThat(findings.wrongLabelShare().estimate()).isZero();
        assertThat(findings.samples().get(0).labels()).containsOnlyKeys("choice.pt");
    }

    @ModelUnderTest(MODELS + "linear-classifier.pt")
    @DataDistribution(value = MODELS + "linear-generator.pt", latentSize = 2)
    static class ByGenerator {
        @LabelledBy(conditionalGenerator = MODELS + "choice.pt")
        @Sampling(draws = 50, chains = 4)
        @HighConfidence(targetClass = 0)
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void aFileThatIsNoChoiceOfLatentsIsNamed() {
        assertThat(run(ByAnotherFile.class).failure()).contains("Labelling by linear-classifier.pt failed");
    }

    @ModelUnderTest(MODELS + "linear-classifier.pt")
    @DataDistribution(value = MODELS + "linear-generator.pt", latentSize = 2)
    static class ByAnotherFile {
        @LabelledBy(conditionalGenerator = MODELS + "linear-classifier.pt")
        @Sampling(draws = 50, chains = 4)
        @HighConfidence(targetClass = 0)
        void search(Findings findings) {}
    }
}
