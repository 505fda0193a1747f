/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.ClassEvidence;
import org.bayestrex.engine.rate.ClassEvidence.LevelSet;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.search.FindingsFixture;
import org.bayestrex.engine.search.WrongInput;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs on which one of two models is confident and wrong. */
class WrongSheetTest {

    private static final List<String> NAMES = List.of("upright", "slanted", "flat");

    /** A bar at an angle, which a model takes for a class and the other one for another. */
    static WrongInput wrong(boolean ofCandidate, int cls, int truth, int othersClass, double slant) {
        double[] latent = {slant, 0};
        double[] confidences = {.01, .01, .01};
        confidences[cls] = .98;
        List<Double> other = new ArrayList<>(List.of(.04, .04, .04));
        other.set(othersClass, .92);
        return new WrongInput(
                ofCandidate,
                cls,
                truth,
                FindingsFixture.sample(latent, Bars.bar(latent), confidences, 0, 0, true, 0),
                other);
    }

    static ComparisonReport report(Path folder, List<WrongInput> wrong) {
        List<ClassEvidence> classes = List.of(
                new ClassEvidence(0, LevelSet.none("not asked"), LevelSet.none("not asked")),
                new ClassEvidence(1, LevelSet.none("not asked"), LevelSet.none("not asked")));
        return new ComparisonReport(
                "SlantModelTest#compared",
                "new against old",
                Comparison.of("new.pt", "old.pt", classes, List.of(), 7),
                wrong,
                NAMES,
                Map.of(),
                DataDistribution.of("bars", 2, latents -> latents),
                List.of(),
                Optional.empty(),
                "mvn test",
                folder,
                Publisher.NONE);
    }

    @Test
    void oneTypicalInputStandsForEachClassTheMostErrorsFirst() {
        // given: one error of class 0, three of class 1, the one in the middle at .1
        WrongInput only = wrong(true, 0, 1, 1, 2);
        WrongInput middle = wrong(true, 1, 0, 0, .1);
        List<WrongInput> all =
                List.of(only, wrong(true, 1, 0, 0, -1), middle, wrong(true, 1, 0, 0, .5), wrong(false, 2, 0, 0, 0));

        // then
        assertThat(WrongSheet.typical(all, true)).containsExactly(middle, only);
        assertThat(WrongSheet.typical(all, false)).containsExactly(all.get(4));
    }

    @Test
    void theSheetShowsTheInputsOfBothModels() {
        // given
        WrongInput ofNew = wrong(true, 0, 1, 1, .3);
        WrongInput ofOld = wrong(false, 1, 2, 1, -.6);
        // when
        BufferedImage sheet =
                WrongSheet.of(report(Path.of("unused"), List.of(ofNew, ofOld))).orElseThrow();
        // then
        BufferedImage picture = Picture.of(ofNew.sample().input()).orElseThrow();
        int top = WrongSheet.MARGIN + WrongSheet.HEADING;
        int next = top + picture.getHeight() + WrongSheet.LINES + WrongSheet.HEADING;
        assertShows(sheet, WrongSheet.MARGIN, top, picture);
        assertShows(
                sheet,
                WrongSheet.MARGIN,
                next,
                Picture.of(ofOld.sample().input()).orElseThrow());
    }

    private static void assertShows(BufferedImage sheet, int left, int top, BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        assertThat(sheet.getRGB(left, top, width, height, null, 0, width))
                .containsExactly(picture.getRGB(0, 0, width, height, null, 0, width));
    }

    @Test
    void itStandsOnThePageWithNamesOfTheClasses(@TempDir Path folder) {
        // when
        new FileSink().publish(report(folder, List.of(wrong(true, 0, LabelOracle.NONE, 1, .3))));
        // then
        assertThat(folder.resolve("wrong.png")).isNotEmptyFile();
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("What they get wrong while they are confident", Html.escape(WrongInputs.CAPTION))
                .contains(
                        "Input. candidate: upright (98.0 %) ✘; baseline: slanted (92.0 %) ✘; label: none of the classes")
                .contains("Unchanged: both are wrong (1 of 1 stored mistakes)", ">upright<", ">slanted<");
    }

    @Test
    void withoutErrorsThereIsASentence(@TempDir Path folder) {
        new FileSink().publish(report(folder, List.of()));

        assertThat(folder.resolve("wrong.png")).doesNotExist();
        assertThat(folder.resolve("report.html")).content().contains("No labelled draw of either model is wrong.");
    }

    @Test
    void whatIsNoPictureIsLeftOut() {
        WrongInput number = new WrongInput(
                true,
                0,
                1,
                FindingsFixture.sample(
                        new double[2], Tensor.of(new float[] {1, 2}, 2), new double[] {.98, .01, .01}, 0, 0, true, 0),
                List.of(.1, .8, .1));

        assertThat(WrongSheet.of(report(Path.of("unused"), List.of(number)))).isEmpty();
    }
}
