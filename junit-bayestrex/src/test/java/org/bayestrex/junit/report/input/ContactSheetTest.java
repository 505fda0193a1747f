/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.Bars;
import org.bayestrex.junit.report.choice.Selection;
import org.bayestrex.junit.report.picture.Palette;
import org.bayestrex.junit.report.picture.Picture;
import org.junit.jupiter.api.Test;

class ContactSheetTest {

    private static final int CELL = 127;
    private static final int PICTURE = 112;

    @Test
    void setsTheChosenPicturesInRows() {
        // given
        Findings findings = Bars.uprightOnes().findings();
        Selection selection = Selection.of(findings, ContactSheet.MOST);
        // when
        BufferedImage sheet = ContactSheet.of(findings).orElseThrow();
        // then
        assertThat(selection.samples()).hasSize(24);
        assertThat(sheet.getWidth()).isEqualTo(600);
        assertThat(sheet.getHeight()).isEqualTo(top(6) - ContactSheet.GAP + ContactSheet.MARGIN);
        for (int i = 0; i < 24; i++) {
            BufferedImage cell = sheet.getSubimage(left(i % 4), top(i / 4), PICTURE, PICTURE);
            BufferedImage picture =
                    Picture.of(selection.samples().get(i).input()).orElseThrow();
            assertThat(pixels(cell)).containsExactly(pixels(picture));
        }
    }

    @Test
    void writesUnderEachPicture() {
        // given
        Findings findings = Bars.uprightOnes().findings();
        // when
        BufferedImage sheet = ContactSheet.of(findings).orElseThrow();
        // then
        BufferedImage caption = sheet.getSubimage(left(0), top(0) + PICTURE + 2, CELL, ContactSheet.CAPTION - 2);
        assertThat(pixels(caption)).contains(0xFFFFFFFF).contains(Palette.INK.getRGB());
    }

    @Test
    void marksWhatWasNotFound() {
        // given
        Findings findings = Bars.uprightOnes().around(1.5).findings();
        // when
        BufferedImage sheet = ContactSheet.of(findings).orElseThrow();
        // then
        assertThat(ContactSheet.describe(Selection.of(findings, ContactSheet.MOST)))
                .startsWith("NOT in the level set");
        assertThat(pixels(sheet.getSubimage(left(0) - 3, top(0) - 3, PICTURE, 3)))
                .contains(Palette.VERMILION.getRGB());
    }

    @Test
    void isLeftOutWithoutPictures() {
        assertThat(ContactSheet.of(Bars.uprightOnes().asNumbers().findings())).isEmpty();
        assertThat(ContactSheet.of(Bars.uprightOnes().draws(0, 0).findings())).isEmpty();
    }

    private static int left(int column) {
        return ContactSheet.MARGIN + column * (CELL + ContactSheet.GAP);
    }

    private static int top(int row) {
        return ContactSheet.MARGIN + ContactSheet.HEADING + row * (PICTURE + ContactSheet.CAPTION + ContactSheet.GAP);
    }

    private static int[] pixels(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .toArray();
    }
}
