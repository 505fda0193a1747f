/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.engine.search.WrongInput;
import org.bayestrex.junit.report.choice.Medoid;
import org.bayestrex.junit.report.input.ContactSheet;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.picture.Palette;
import org.bayestrex.junit.report.picture.Picture;

/**
 * Typical inputs on which one of two models is confident and wrong, each with what both models say: a block for each model,
 * one input for each class in which it errs, the classes with the most errors first.
 */
final class WrongSheet {

    static final String CAPTION =
            "Each picture is the one in the middle of all inputs that the model takes for the class and that the oracle"
                    + " labels otherwise (medoid in latent space). Below it: what the model claims, the label, and what the"
                    + " other model says of the same input. Where the other one is right, the mistake is the model's own;"
                    + " where both claim the same, they have it in common, or the label is wrong: look.";

    static final int MARGIN = 16;
    static final int HEADING = 48;
    static final int CELL = 148;
    static final int LINES = 62;

    private static final int COLUMNS = 4;

    /** Of each model: as many as one looks at. */
    private static final int MOST = 8;

    private final ComparisonReport report;

    private WrongSheet(ComparisonReport report) {
        this.report = report;
    }

    /** The sheet, or empty where no model is wrong, or the inputs are no pictures. */
    static Optional<BufferedImage> of(ComparisonReport report) {
        boolean possible = !report.wrong().isEmpty()
                && report.wrong().stream()
                        .allMatch(wrong -> Picture.isPossible(wrong.sample().input()));
        return possible ? Optional.of(new WrongSheet(report).draw()) : Optional.empty();
    }

    /** What the sheet shows, in a sentence. */
    static String describe(ComparisonReport report) {
        return "Contact sheet: inputs on which "
                + report.comparison().candidate().name() + " or "
                + report.comparison().baseline().name() + " is confident and wrong";
    }

    /** One typical input of each class in which a model errs. */
    static List<WrongInput> typical(List<WrongInput> wrong, boolean ofCandidate) {
        Map<Integer, List<WrongInput>> byClass = wrong.stream()
                .filter(each -> each.ofCandidate() == ofCandidate)
                .collect(Collectors.groupingBy(WrongInput::cls, TreeMap::new, Collectors.toList()));
        return byClass.values().stream()
                .sorted(Comparator.comparingInt((List<WrongInput> errors) -> -errors.size()))
                .limit(MOST)
                .map(WrongSheet::middle)
                .toList();
    }

    private static WrongInput middle(List<WrongInput> errors) {
        Sample middle = Medoid.of(errors.stream().map(WrongInput::sample).toList());
        return errors.stream()
                .filter(error -> error.sample() == middle)
                .findFirst()
                .orElseThrow();
    }

    private BufferedImage draw() {
        List<WrongInput> candidate = typical(report.wrong(), true);
        List<WrongInput> baseline = typical(report.wrong(), false);
        int row = report.wrong().stream()
                        .mapToInt(wrong ->
                                Picture.of(wrong.sample().input()).orElseThrow().getHeight())
                        .max()
                        .orElseThrow()
                + LINES;
        int height = 2 * MARGIN + 2 * HEADING + (rows(candidate) + rows(baseline)) * row;
        BufferedImage sheet = new BufferedImage(2 * MARGIN + COLUMNS * CELL, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        String candidateName = report.comparison().candidate().name();
        String baselineName = report.comparison().baseline().name();
        int next = block(graphics, MARGIN, row, "Candidate " + candidateName, baselineName, candidate);
        block(graphics, next, row, "Baseline " + baselineName, candidateName, baseline);
        graphics.dispose();
        return sheet;
    }

    private static int rows(List<WrongInput> shown) {
        return (shown.size() + COLUMNS - 1) / COLUMNS;
    }

    /** Returns where the next block begins. */
    private int block(Graphics2D graphics, int top, int row, String model, String other, List<WrongInput> shown) {
        int width = COLUMNS * CELL;
        String heading = shown.isEmpty() ? model + ": no labelled draw is wrong" : model + " is confident and wrong";
        text(graphics, heading, MARGIN, top + 16, width, Font.BOLD, 15, Palette.INK);
        if (!shown.isEmpty()) {
            text(graphics, "\"other\" is " + other, MARGIN, top + 34, width, Font.PLAIN, 13, Palette.FAINT_INK);
        }
        for (int i = 0; i < shown.size(); i++) {
            cell(graphics, MARGIN + i % COLUMNS * CELL, top + HEADING + i / COLUMNS * row, row - LINES, shown.get(i));
        }
        return top + HEADING + rows(shown) * row;
    }

    private void cell(Graphics2D graphics, int left, int top, int pictureHeight, WrongInput wrong) {
        BufferedImage picture = Picture.of(wrong.sample().input()).orElseThrow();
        graphics.drawImage(picture, left, top, null);
        int baseline = top + pictureHeight;
        int room = CELL - 6;
        String claim = "claims " + share(wrong.cls(), wrong.sample().confidences()[wrong.cls()]);
        int othersClass = wrong.othersClass();
        String other = "other: " + share(othersClass, wrong.other().get(othersClass));
        boolean otherIsRight = othersClass == wrong.truth();
        text(graphics, claim, left, baseline + 17, room, Font.BOLD, 13, Palette.VERMILION);
        text(
                graphics,
                "label: " + report.nameOf(wrong.truth()),
                left,
                baseline + 33,
                room,
                Font.PLAIN,
                13,
                Palette.INK);
        String mark = otherIsRight ? " ✔" : " ✘";
        Color ink = otherIsRight ? Palette.INK : Palette.VERMILION;
        text(graphics, other + mark, left, baseline + 49, room, Font.PLAIN, 13, ink);
    }

    private String share(int cls, double confidence) {
        return report.nameOf(cls) + " (" + Numbers.shortPercent(confidence) + ")";
    }

    private static void text(
            Graphics2D graphics, String text, int left, int baseline, int width, int style, int size, Color ink) {
        graphics.setFont(Palette.font(style, size));
        graphics.setColor(ink);
        ContactSheet.write(graphics, text, left, baseline, width);
    }
}
