/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bayestrex.engine.search.WrongInput;
import org.bayestrex.junit.report.choice.KMedoids;
import org.junit.jupiter.api.Test;

/** What is new, gone and unchanged between two models that are compared. */
class WrongInputsTest {

    private static String html(WrongInput... wrong) {
        return new WrongInputs(WrongSheetTest.report(Path.of("unused"), List.of(wrong)), new KMedoids()).html();
    }

    @Test
    void newGoneAndUnchangedHaveTheirPicturesWithBothAnswers() {
        // when: taken for another class by the candidate alone, by the baseline alone, by both
        String html = html(
                WrongSheetTest.wrong(true, 0, 1, 2, -.4),
                WrongSheetTest.wrong(false, 0, 1, 1, .2),
                WrongSheetTest.wrong(true, 0, 1, 1, .6));
        // then
        assertThat(html)
                .containsSubsequence(
                        "✘ New: the candidate is wrong, the baseline is right (1 of 3 stored mistakes)",
                        "Input. candidate: upright (98.0 %) ✘; baseline: slanted (92.0 %) ✔; label: slanted; stands for 100 %",
                        Shown.bar(.6),
                        "✔ Gone: the baseline is wrong, the candidate is right (1 of 3 stored mistakes)",
                        "Input. candidate: slanted (92.0 %) ✔; baseline: upright (98.0 %) ✘; label: slanted",
                        Shown.bar(.2),
                        "– Unchanged: both are wrong (1 of 3 stored mistakes)",
                        "Input. candidate: upright (98.0 %) ✘; baseline: flat (92.0 %) ✘; label: slanted",
                        Shown.bar(-.4),
                        "A good candidate has few under \"new\"".replace("\"", "&quot;"));
        assertThat(html.split("<img ", -1)).hasSize(4);
    }

    @Test
    void aGroupWithoutMistakesSaysSo() {
        assertThat(html(WrongSheetTest.wrong(true, 0, 1, 1, 0)))
                .contains("(0 of 1 stored mistakes)", "None was found.");
    }

    @Test
    void withoutMistakesThereIsNothingToShow() {
        assertThat(html())
                .contains("No labelled draw of either model is wrong.")
                .doesNotContain("<img");
    }
}
