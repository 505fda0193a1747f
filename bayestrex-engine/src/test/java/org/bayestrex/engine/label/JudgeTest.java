/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A judge and the card that says how it errs. */
class JudgeTest {

    private static final Confusion CONFUSION = Confusion.of(new long[][] {{99, 1}, {2, 98}});

    @TempDir
    private Path directory;

    private Path card(String json) throws IOException {
        return Files.writeString(directory.resolve("judge.json"), json);
    }

    private static Specimen specimen(float value) {
        return new Specimen("a", new double[] {value}, Tensor.of(new float[] {value}, 1));
    }

    @Test
    void itSaysItsMostLikelyClassAndNothingWhereItGivesNaN() {
        Judge judge = new Judge(TestModels.rows("judge", x -> new float[] {-x[0], x[0]}), CONFUSION);

        assertThat(judge.labels(List.of(specimen(-1), specimen(2), specimen(Float.NaN))))
                .containsExactly(OptionalInt.of(0), OptionalInt.of(1), OptionalInt.empty());
        assertThat(judge.labels(List.of())).isEmpty();
        assertThat(judge.errors(0)).contains(CONFUSION.errors(0));
    }

    @Test
    void itsFailureNamesIt() {
        Judge judge = new Judge(
                TestModels.rows("judge", x -> {
                    throw new IllegalStateException("no more memory");
                }),
                CONFUSION);

        assertThatThrownBy(() -> judge.labels(List.of(specimen(1))))
                .isInstanceOf(ModelException.class)
                .hasMessage("Labelling by judge failed: no more memory");
    }

    @Test
    void itMustTellTheSameClassesApart() {
        Judge judge = new Judge(TestModels.linear(1), CONFUSION);

        judge.requireFits(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judge.requireFits(3))
                .withMessage("The judge linear tells 2 classes apart, but the model under test has 3. "
                        + "Say with Judge.ofClasses(...) which of the judge's classes each of the model's outputs is");
    }

    private static final Confusion OF_THREE = Confusion.of(new long[][] {{9, 1, 0}, {0, 8, 2}, {0, 3, 7}});

    /** Says the class that the input is. */
    private static Judge judgeOfThree() {
        return new Judge(
                TestModels.rows("judge", x -> {
                    float[] logits = new float[3];
                    logits[(int) x[0]] = 1;
                    return logits;
                }),
                OF_THREE);
    }

    @Test
    void whatItTakesForAClassThatTheModelDoesNotHaveIsNone() {
        // given: the model's output 0 is the judge's class 2, its output 1 the judge's class 0
        Judge judge = judgeOfThree().ofClasses(List.of(2, 0));

        // then
        judge.requireFits(2);
        assertThat(judge.labels(List.of(specimen(0), specimen(1), specimen(2))))
                .containsExactly(OptionalInt.of(1), OptionalInt.of(LabelOracle.NONE), OptionalInt.of(0));
        assertThat(judge.errors(0)).contains(OF_THREE.errors(2));
        assertThat(judge.errors(1)).contains(OF_THREE.errors(0));
    }

    @Test
    void aClassThatItDoesNotKnowOrThatStandsTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judgeOfThree().ofClasses(List.of(0, 3)))
                .withMessage("An output of the model under test cannot stand for class 3 of judge, "
                        + "whose classes go from 0 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judgeOfThree().ofClasses(List.of(1, 1)))
                .withMessage("Two outputs of the model under test stand for class 1 of judge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                         | 'classes': [2, 0]                                     | [2, 0]",
                "'classNames': [a, b, c]    | 'classes': [2, 0]                                     | [2, 0]",
                "'classNames': [c, b, a]    | 'classes': [2, 0], 'classNames': ['a', 'b', 'c']      | [0, 2]",
                "'classNames': [c, b, a]    | 'classNames': ['a', 'b', 'c']                         | [0, 1, 2]"
            })
    void theModelsCardSaysWhichClassesItHas(String inJudges, String inModels, String expected) throws IOException {
        // given
        String names = inJudges.replaceAll("\\b([abc])\\b", "'$1'");
        Path own = card(("{'schemaVersion': 1, 'confusion': [[9, 1, 0], [0, 8, 2], [0, 3, 7]]"
                        + (names.isEmpty() ? "" : ", " + names) + "}")
                .replace('\'', '"'));
        Path model = Files.writeString(
                directory.resolve("model.json"), ("{'schemaVersion': 1, " + inModels + "}").replace('\'', '"'));

        // then
        assertThat(Judge.of(judgeOfThree().classifier(), own, model).classes()).hasToString(expected);
    }

    @Test
    void aModelWithAClassThatTheJudgeDoesNotKnowIsRefused() throws IOException {
        Path own = card("{\"schemaVersion\": 1, \"classNames\": [\"a\", \"b\"], \"confusion\": [[9, 1], [1, 9]]}");
        Path model = directory.resolve("model.json");
        Files.writeString(model, "{\"schemaVersion\": 1, \"classNames\": [\"a\", \"x\"], \"classes\": [1, 0]}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Judge.of(TestModels.linear(1), own, model))
                .withMessage("The model card %s cannot be used: its \"classes\" are [1, 0]. ".formatted(model)
                        + "The judge does not know \"x\", but [a, b]");
    }

    @Test
    void aFileBesideTheModelThatIsNoCardIsNotLookedAt() throws IOException {
        Path own = card("{\"schemaVersion\": 1, \"confusion\": [[9, 1], [1, 9]]}");
        Path settings = Files.writeString(directory.resolve("model.json"), "{\"classes\": [\"cat\", \"dog\"]}");

        assertThat(Judge.of(TestModels.linear(1), own, settings).classes()).containsExactly(0, 1);
    }

    @Test
    void theCardBesideTheModelHasItsConfusion() throws IOException {
        Path card = card("{\"schemaVersion\": 1, \"name\": \"judge\", \"confusion\": [[99, 1], [2, 98]]}");

        assertThat(Judge.of(TestModels.linear(1), card).confusion()).isEqualTo(CONFUSION);
        assertThat(Confusion.read(card)).isEqualTo(CONFUSION);
    }

    @Test
    void theCardOfAnotherFileIsRefused() throws IOException {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier")) {
            String hash = classifier.fingerprint().substring("SHA-256 ".length(), "SHA-256 ".length() + 64);
            String confusion = "\", \"confusion\": [[1, 0, 0], [0, 1, 0], [0, 0, 1]]}";
            Path own = card("{\"schemaVersion\": 1, \"sha256\": \"" + hash + confusion);
            assertThat(Judge.of(classifier, own).confusion().classes()).isEqualTo(3);

            Path other = card("{\"schemaVersion\": 1, \"sha256\": \"" + "0".repeat(64) + confusion);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Judge.of(classifier, other))
                    .withMessage("The model card %s cannot be used: it is that of a file of SHA-256 %s, but %s has %s"
                            .formatted(other, "0".repeat(64), "linear-classifier.pt", hash));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'schemaVersion': 1} | it has no \"confusion\"",
                "{'schemaVersion': 2, 'confusion': [[1, 0], [0, 1]]} | its schemaVersion is 2, not 1",
                "{'confusion': [[1, 0], [0, 1]]} | its schemaVersion is null, not 1",
                "{'schemaVersion': 1, 'confusion': [[1, 0], [0]]} | row 1 has 1",
                "{'schemaVersion': 1, 'confusion': [[1, .5], [0, 1]]} | its \"confusion\" is no square of counts",
                "{'schemaVersion': 1, 'confusion': 7} | its \"confusion\" is no square of counts",
                "[] | is no JSON object",
                "{ | cannot be read"
            })
    void aCardThatIsOfNoUseSaysWhy(String json, String reason) throws IOException {
        Path card = card(json.replace('\'', '"'));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confusion.read(card))
                .withMessageContaining(card.toString())
                .withMessageContaining(reason);
    }

    @Test
    void aMissingCardIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confusion.read(directory.resolve("none.json")))
                .withMessage("There is no model card " + directory.resolve("none.json"));
    }
}
