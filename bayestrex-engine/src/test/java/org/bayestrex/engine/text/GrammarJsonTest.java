/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrammarJsonTest {

    private static final String FILE = """
            {"schemaVersion": 1, "name": "remarks", "classes": ["bad", "good"],
             "templates": [{"text": "the {thing} is not {opinion}", "label": "not {opinion}", "weight": 2}],
             "slots": {"thing": ["film", "plot"],
                       "opinion": [{"text": "dull", "label": "bad"}, {"text": "fine", "label": "good"}]}}
            """;

    @Test
    void readsWhatPeopleWrite() {
        TextGrammar grammar = GrammarJson.read(FILE);

        Sentence sentence = grammar.sentence(new double[] {0, 1, -1});
        assertThat(sentence.text()).isEqualTo("the plot is not dull");
        assertThat(sentence.label()).hasValue(1);
        assertThat(grammar.templates().get(0).weight()).isEqualTo(2);
    }

    @Test
    void readsWhatItWrote() {
        String written = GrammarJson.write(GrammarJson.read(FILE));

        assertThat(GrammarJson.write(GrammarJson.read(written))).isEqualTo(written);
        assertThat(GrammarJson.read(written).sentence(new double[3]))
                .isEqualTo(GrammarJson.read(FILE).sentence(new double[3]));
    }

    @Test
    void namesTheFileAndWhatIsWrongInIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("remarks.json"), FILE.replace("\"bad\"}", "\"awful\"}"));

        assertThatThrownBy(() -> GrammarJson.read(file))
                .isInstanceOf(GrammarException.class)
                .hasMessage("remarks.json: This is no grammar: the \"label\" of \"dull\" is to be one of [bad, good], "
                        + "\"{slot}\" or \"not {slot}\", but is \"awful\"");
    }

    @Test
    void saysWhichVersionItReads() {
        assertThatThrownBy(() -> GrammarJson.read(FILE.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2")))
                .hasMessage("This is no grammar: its schemaVersion is 2, and this version reads 1");
    }

    @Test
    void saysWhichFieldIsMissing() {
        assertThatThrownBy(() -> GrammarJson.read(FILE.replace("\"slots\"", "\"slot\"")))
                .hasMessage("This is no grammar: \"slots\" is to be an object");
        assertThatThrownBy(() -> GrammarJson.read(FILE.replace("\"weight\": 2", "\"weight\": 0")))
                .hasMessageContaining("The weight of \"the {thing} is not {opinion}\" must be above 0");
    }
}
