/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.input;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.choice.Selection;
import org.bayestrex.junit.report.page.Drawing;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.picture.Palette;
import org.bayestrex.junit.report.picture.Picture;

/**
 * The findings as pictures on one sheet, each with what the model said of it. Where nothing was found the
 * nearest draws stand in, framed and named as such.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ContactSheet {

    public static final int MARGIN = 16;
    public static final int HEADING = 34;
    public static final int CAPTION = 56;
    public static final int GAP = 20;

    public static final String EXPLANATION =
            "Findings from the highest confidence to the lowest, from all chains, near-duplicates left out: how different they"
                    + " are. Under each the two classes that the model favours, and the id that it has in findings.json. A good"
                    + " sheet shows inputs that people would take for data.";

    /** As many as one looks at. */
    public static final int MOST = 24;

    private static final int COLUMNS = 4;
    /** Three pictures that are 192 wide, or four of 112. */
    private static final int WIDEST = 660;

    private static final int NARROWEST_CELL = 127;

    private final Selection selection;
    private final Findings findings;
    private final List<BufferedImage> pictures;
    private final int columns;
    private final int cellWidth;
    private final int pictureHeight;

    private ContactSheet(Selection selection, Findings findings, List<BufferedImage> pictures) {
        this.selection = selection;
        this.findings = findings;
        this.pictures = pictures;
        int widest = pictures.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
        cellWidth = Math.max(NARROWEST_CELL, widest);
        pictureHeight =
                pictures.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
        columns = Math.max(1, Math.min(COLUMNS, (WIDEST - 2 * MARGIN + GAP) / (cellWidth + GAP)));
    }

    /**
     * The sheet as PNG; empty where there is no draw, or none that can be shown as a picture.
     *
     * @param most pictures, 1 or more
     */
    public static Optional<byte[]> png(Findings findings, int most) {
        return Drawing.of(() -> of(findings, most)).png();
    }

    public static Optional<BufferedImage> of(Findings findings) {
        return of(findings, MOST);
    }

    private static Optional<BufferedImage> of(Findings findings, int most) {
        Selection selection = Selection.of(findings, most);
        List<BufferedImage> pictures = selection.samples().stream()
                .flatMap(sample -> Picture.of(sample.input()).stream())
                .toList();
        if (pictures.isEmpty() || pictures.size() < selection.samples().size()) {
            return Optional.empty();
        }
        return Optional.of(new ContactSheet(selection, findings, pictures).draw());
    }

    /** What the sheet shows, in a sentence: heading, alternative text. */
    public static String describe(Selection selection) {
        String shown = Numbers.count(selection.samples().size());
        String available = Numbers.count(selection.available());
        return selection.inLevelSet()
                ? shown + " of " + available + " draws in the level set, highest confidence first"
                : "NOT in the level set: the " + shown + " nearest of " + available + " draws";
    }

    private BufferedImage draw() {
        int rows = (pictures.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(
                2 * MARGIN + columns * (cellWidth + GAP) - GAP,
                2 * MARGIN + HEADING + rows * (pictureHeight + CAPTION + GAP) - GAP,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setFont(Palette.font(Font.BOLD, 15));
        graphics.setColor(selection.inLevelSet() ? Palette.INK : Palette.VERMILION);
        write(graphics, describe(selection), MARGIN, MARGIN + 16, sheet.getWidth() - 2 * MARGIN);
        for (int i = 0; i < pictures.size(); i++) {
            int left = MARGIN + i % columns * (cellWidth + GAP);
            int top = MARGIN + HEADING + i / columns * (pictureHeight + CAPTION + GAP);
            drawCell(graphics, left, top, pictures.get(i), selection.samples().get(i));
        }
        graphics.dispose();
        return sheet;
    }

    private void drawCell(Graphics2D graphics, int left, int top, BufferedImage picture, Sample sample) {
        graphics.drawImage(picture, left, top, null);
        frame(graphics, left, top, picture);
        List<String> lines = TopClasses.of(sample, findings);
        int baseline = top + pictureHeight;
        caption(graphics, lines.get(0), left, baseline + 18, Font.BOLD, 14, Palette.INK);
        if (lines.size() > 1) {
            caption(graphics, lines.get(1), left, baseline + 35, Font.PLAIN, 13, Palette.INK);
        }
        caption(graphics, sample.id(), left, baseline + 50, Font.PLAIN, 11, Palette.FAINT_INK);
    }

    /** A hairline around a finding; a thick broken frame around what is none. */
    private void frame(Graphics2D graphics, int left, int top, BufferedImage picture) {
        if (selection.inLevelSet()) {
            graphics.setColor(Palette.LINE);
            graphics.setStroke(new BasicStroke(1));
            graphics.drawRect(left - 1, top - 1, picture.getWidth() + 1, picture.getHeight() + 1);
        } else {
            graphics.setColor(Palette.VERMILION);
            graphics.setStroke(
                    new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {9, 6}, 0));
            graphics.drawRect(left - 3, top - 3, picture.getWidth() + 5, picture.getHeight() + 5);
        }
    }

    private void caption(Graphics2D graphics, String text, int left, int baseline, int style, int size, Color ink) {
        graphics.setFont(Palette.font(style, size));
        graphics.setColor(ink);
        write(graphics, text, left, baseline, cellWidth + GAP - 4);
    }

    /** Writes a text; one that is too wide loses its middle, so that both the name and the number stay. */
    public static void write(Graphics2D graphics, String text, int left, int baseline, int width) {
        FontMetrics metrics = graphics.getFontMetrics();
        String shown = text;
        for (int kept = text.length() - 1; kept > 8 && metrics.stringWidth(shown) > width; kept--) {
            int tail = Math.min(kept / 2 + 1, 8);
            shown = text.substring(0, kept - tail) + "…" + text.substring(text.length() - tail);
        }
        graphics.drawString(shown, left, baseline);
    }
}
