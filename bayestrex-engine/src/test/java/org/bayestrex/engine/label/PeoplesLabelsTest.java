/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that people fill in. */
class PeoplesLabelsTest {

    private static final List<String> CLOTHES = List.of("T-shirt", "Trouser", "Bag");

    @TempDir
    private Path directory;

    private PeoplesLabels read(String csv, List<String> classNames) throws IOException {
        return PeoplesLabels.read(Files.writeString(directory.resolve("labels.csv"), csv), classNames);
    }

    @Test
    void namesOfClassesAreReadInAnyCaseAndDoubtIsNoLabel() throws IOException {
        PeoplesLabels labels = read("""
                id,label,predicted
                a000000001,bag,Trouser
                A000000002, T-SHIRT ,Trouser
                a000000003,unsure,Trouser
                a000000004,,Trouser
                a000000005,?,Trouser
                """, CLOTHES);

        assertThat(labels.byId()).isEqualTo(Map.of("a000000001", 2, "a000000002", 0));
        assertThat(labels.name()).isEqualTo("labels.csv");
        assertThat(labels.errors(0)).isEmpty();
    }

    @Test
    void whatShowsNoneOfTheClassesIsALabelOfItsOwn() throws IOException {
        PeoplesLabels labels = read("id,label\na1,None\na2,bag\n", CLOTHES);

        assertThat(labels.byId()).isEqualTo(Map.of("a1", LabelOracle.NONE, "a2", 2));
        labels.requireFits(3);
        assertThat(read("id,label\na1,none\n", List.of("all", "None")).byId()).isEqualTo(Map.of("a1", 1));
    }

    @Test
    void inputsAreFoundByTheirIds() throws IOException {
        PeoplesLabels labels = read("id,label\na1,7\n", List.of());
        Tensor input = Tensor.of(new float[] {0}, 1);

        assertThat(labels.labels(
                        List.of(new Specimen("b2", new double[1], input), new Specimen("a1", new double[1], input))))
                .containsExactly(OptionalInt.empty(), OptionalInt.of(7));
    }

    @Test
    void spreadsheetsMayWriteSemicolonsQuotesAndAByteOrderMark() throws IOException {
        PeoplesLabels labels = read("\uFEFFLabel;\"ID\"\r\n\"Bag\";a1\r\n;\r\n\"T-shirt\";\"a\"\"2\"\r\n", CLOTHES);

        assertThat(labels.byId()).isEqualTo(Map.of("a1", 2, "a\"2", 0));
    }

    @Test
    void twoPeopleMayAgreeAndOneMayBeUnsure() throws IOException {
        PeoplesLabels labels = read("id,label\na1,Bag\na1,bag\na1,unsure\n", CLOTHES);

        assertThat(labels.byId()).isEqualTo(Map.of("a1", 2));
        assertThat(labels).isEqualTo(new PeoplesLabels("labels.csv", Map.of("a1", 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,label/a1,Sock | line 2 has the label \"Sock\", which is none of the classes [T-shirt, Trouser, Bag]",
                "id,label/a1,2 | line 2 has the label \"2\", which is none of the classes",
                "id,label/a1,Bag/a2,Bag/a1,Trouser | line 4 labels a1 with \"Trouser\", but an earlier one with \"Bag\"",
                "id,label/,Bag | line 2 has the label \"Bag\", but no id",
                "id,label/a1 | line 2 has 1 cells, but the header has 2",
                "name,label/a1,Bag | it has no column \"id\", but [name, label]",
                "id,label/a1,\"Bag | the quote that begins in the row of line 2 has no end",
                "/ | it is empty"
            })
    void aTableThatIsOfNoUseSaysWhereAndWhy(String csv, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(csv.replace('/', '\n'), CLOTHES))
                .withMessageStartingWith("The labels in " + directory.resolve("labels.csv") + " cannot be used: ")
                .withMessageContaining(reason);
    }

    @Test
    void numbersMustBeClassesOfTheModel() throws IOException {
        PeoplesLabels labels = read("id,label\na1,10\n", List.of());

        labels.requireFits(11);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> labels.requireFits(10))
                .withMessage("labels.csv labels a1 with 10, but the classes of the model under test go from 0 to 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("id,label\na1,-1\n", List.of()))
                .withMessageContaining("line 2 has the label \"-1\", which is no class: classes are numbered from 0");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeoplesLabels.read(directory.resolve("none.csv"), CLOTHES))
                .withMessage("There is no file of labels " + directory.resolve("none.csv"));
    }
}
