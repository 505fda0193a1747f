/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.bayestrex.engine.explain.Likeness;
import org.bayestrex.engine.explain.NeighbourReport;
import org.bayestrex.engine.explain.Neighbourhood;
import org.bayestrex.engine.explain.Neighbours;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.choice.Selection;
import org.bayestrex.junit.report.input.ContactSheet;
import org.bayestrex.junit.report.input.TopClasses;
import org.bayestrex.junit.report.page.Drawing;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.picture.Palette;
import org.bayestrex.junit.report.picture.Picture;

/**
 * Findings as pictures, each with the training images nearest to it: is it a copy of one, like the data, or off it? The
 * choice of findings is that of the report's contact sheet.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NeighbourSheet {

    static final int MARGIN = 16;
    static final int HEADING = 74;
    static final int CAPTION = 80;
    static final int GAP = 28;
    static final int COLUMNS = 6;
    static final int CELL = 127;

    /** Side by side under each finding, in two rows. */
    static final int SHOWN = 4;

    private static final String LEGEND =
            "Large: what was found, with the classes that the model favours. Small: the training images nearest to it.";

    /** What it shows, and what a good one looks like. */
    static final String EXPLANATION =
            "Large: findings, as on the contact sheet, each with the class that the model favours. Small:"
                    + " the four training images nearest to it, by the differences of their pixels. Good findings are \"in"
                    + " distribution\": about as far from the training images as real images that were held out. \"Memorised\" means"
                    + " that the generator repeats one training image; \"nearer than data\" that it is smooth, and so near to many;"
                    + " \"off the data\" that no training image is like it. One held-out image in a hundred is called off the data, too.";

    private final Findings findings;
    private final List<Sample> samples;
    private final DataSet training;
    private final NeighbourReport report;

    private NeighbourSheet(Findings findings, List<Sample> samples, DataSet training, NeighbourReport report) {
        this.findings = findings;
        this.samples = samples;
        this.training = training;
        this.report = report;
    }

    /** Compares the draws of the contact sheet, 24 at most, with the training images. */
    public static NeighbourSheet of(Findings findings, Neighbours neighbours) {
        List<Sample> samples = Selection.of(findings, ContactSheet.MOST).samples();
        NeighbourReport report =
                neighbours.of(samples.stream().map(Sample::input).toList());
        return new NeighbourSheet(findings, samples, neighbours.training(), report);
    }

    /** The numbers behind the pictures, in their order. */
    public NeighbourReport report() {
        return report;
    }

    /** The sheet as PNG; empty where there is no draw, or the inputs are no pictures. */
    public Optional<byte[]> png() {
        return Drawing.of(this::draw).png();
    }

    /** The heading: how many are what. */
    public String describe() {
        String counts = Arrays.stream(Likeness.values())
                .filter(likeness -> report.counts().containsKey(likeness))
                .map(likeness -> report.counts().get(likeness) + " " + likeness.words())
                .collect(Collectors.joining(", "));
        return "Nearest of %s images of %s: %s".formatted(Numbers.count(training.size()), training.name(), counts);
    }

    /** What the counts mean, in sentences, for whoever does not look at the pictures. */
    String verdict() {
        Map<Likeness, Long> counts = report.counts();
        long all = report.inputs().size();
        long copies = counts.getOrDefault(Likeness.MEMORISED, 0L);
        long off = counts.getOrDefault(Likeness.OFF_THE_DATA, 0L);
        String copied = copies == 0
                ? "None is a copy of a training image."
                : "✘ " + copies + " may be copies: then the finding says something of that image, not of a new one.";
        String far = off * 4 <= all
                ? ""
                : " ✘ " + off
                        + " are farther from every training image than 99 in 100 held-out images are: judge by eye"
                        + " whether they are inputs at all, or the generator's mistakes.";
        return describe() + ". " + copied + far;
    }

    Optional<BufferedImage> draw() {
        if (samples.isEmpty() || !Picture.isPossible(samples.get(0).input())) {
            return Optional.empty();
        }
        BufferedImage first = Picture.of(samples.get(0).input()).orElseThrow();
        int columns = Math.min(COLUMNS, samples.size());
        int rows = (samples.size() + columns - 1) / columns;
        int cellWidth = Math.max(CELL, first.getWidth());
        int cellHeight = 2 * first.getHeight() + CAPTION;
        BufferedImage sheet = new BufferedImage(
                2 * MARGIN + COLUMNS * (cellWidth + GAP), // captions are wider than pictures
                2 * MARGIN + HEADING + rows * (cellHeight + GAP) - GAP,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        int width = sheet.getWidth() - 2 * MARGIN;
        text(graphics, describe(), MARGIN, MARGIN + 16, width, Font.BOLD, 15, Palette.INK);
        text(graphics, LEGEND, MARGIN, MARGIN + 35, width, Font.PLAIN, 13, Palette.FAINT_INK);
        text(graphics, usual(), MARGIN, MARGIN + 52, width, Font.PLAIN, 13, Palette.FAINT_INK);
        for (int i = 0; i < samples.size(); i++) {
            int left = MARGIN + i % columns * (cellWidth + GAP);
            int top = MARGIN + HEADING + i / columns * (cellHeight + GAP);
            drawCell(
                    graphics,
                    left,
                    top,
                    cellWidth,
                    samples.get(i),
                    report.inputs().get(i));
        }
        graphics.dispose();
        return Optional.of(sheet);
    }

    private String usual() {
        return "%s images of %s, held out: half are within %s of the nearest, 98 of 100 between %s and %s; per cent are of these."
                .formatted(
                        Numbers.count(report.compared()),
                        report.heldOut(),
                        Numbers.digits(report.median()),
                        Numbers.digits(report.low()),
                        Numbers.digits(report.high()));
    }

    private void drawCell(Graphics2D graphics, int left, int top, int width, Sample sample, Neighbourhood found) {
        BufferedImage picture = Picture.of(sample.input()).orElseThrow();
        graphics.drawImage(picture, left, top, null);
        int baseline = top + picture.getHeight();
        boolean odd = found.likeness() == Likeness.MEMORISED || found.likeness() == Likeness.OFF_THE_DATA;
        String distance = "distance " + Numbers.digits(found.distance());
        int room = width + GAP - 4;
        String classes = String.join(", ", TopClasses.of(sample, findings));
        text(graphics, classes, left, baseline + 17, room, Font.PLAIN, 13, Palette.INK);
        Color ink = odd ? Palette.VERMILION : Palette.INK;
        text(graphics, found.likeness().words(), left, baseline + 34, room, Font.BOLD, 14, ink);
        text(graphics, place(found), left, baseline + 50, room, Font.PLAIN, 11, Palette.FAINT_INK);
        text(graphics, distance, left, baseline + 65, room, Font.PLAIN, 11, Palette.FAINT_INK);
        int halfWidth = picture.getWidth() / 2;
        int halfHeight = picture.getHeight() / 2;
        for (int i = 0; i < Math.min(SHOWN, found.nearest().size()); i++) {
            BufferedImage neighbour =
                    Picture.of(training.image(found.nearest().get(i).index())).orElseThrow();
            graphics.drawImage(
                    neighbour,
                    left + i % 2 * halfWidth,
                    baseline + CAPTION - 6 + i / 2 * halfHeight,
                    halfWidth,
                    halfHeight,
                    null);
        }
    }

    /** The quantile in words. */
    static String place(Neighbourhood found) {
        double farther = found.nearerHeldOut().estimate();
        if (farther == 0 || farther == 1) {
            return (farther == 0 ? "nearer" : "farther") + " than all held out";
        }
        // Rounded down: only what is farther than all of them is said to be.
        return farther < .5
                ? "nearer than %d %%".formatted((int) (100 * (1 - farther)))
                : "farther than %d %%".formatted((int) (100 * farther));
    }

    private static void text(
            Graphics2D graphics, String text, int left, int baseline, int width, int style, int size, Color ink) {
        graphics.setFont(Palette.font(style, size));
        graphics.setColor(ink);
        ContactSheet.write(graphics, text, left, baseline, width);
    }
}
