/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.kinds;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.explain.Attribution;
import org.bayestrex.engine.explain.Kinds;
import org.bayestrex.engine.explain.MinimalChange;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.input.ContactSheet;
import org.bayestrex.junit.report.input.TopClasses;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.picture.ColourScale;
import org.bayestrex.junit.report.picture.HeatMap;
import org.bayestrex.junit.report.picture.Palette;
import org.bayestrex.junit.report.picture.Picture;

/** Each kind: a line of words, its medoid with the maps beside it, and the strip of its smallest change. */
final class KindsPicture {

    private static final int MARGIN = 16;
    private static final int HEADING = 34;
    private static final int GAP = 16;
    private static final int LINE = 24;
    private static final int UNDER = 38;
    private static final int BAR = 58;
    private static final int BAR_HEIGHT = 14;
    private static final int FRAME_GAP = 6;

    private final Findings findings;
    private final Kinds kinds;
    private final List<ExplainedKind> explained;
    private final int side;
    private final int columns;

    private KindsPicture(Findings findings, Kinds kinds, List<ExplainedKind> explained) {
        this.findings = findings;
        this.kinds = kinds;
        this.explained = explained;
        this.side = Picture.of(explained.get(0).kind().medoid().input())
                .map(picture -> Math.max(picture.getWidth(), picture.getHeight()))
                .orElseThrow();
        this.columns = 2 + explained.get(0).maps().size();
    }

    /** Empty where there is no kind, or none whose medoid is a picture. */
    static Optional<BufferedImage> of(Findings findings, Kinds kinds, List<ExplainedKind> explained) {
        return explained.isEmpty() || explained.get(0).maps().isEmpty()
                ? Optional.empty()
                : Optional.of(new KindsPicture(findings, kinds, explained).draw());
    }

    private BufferedImage draw() {
        int width = 2 * MARGIN + 4 * (side + GAP) - GAP; // of four panels, also where there are three: words need room
        int height =
                2 * MARGIN + HEADING + explained.stream().mapToInt(this::height).sum() + BAR;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, width, height);
        text(graphics, heading(), MARGIN, MARGIN + 16, width - 2 * MARGIN, Font.BOLD, 15, Palette.INK);
        int top = MARGIN + HEADING;
        for (int i = 0; i < explained.size(); i++) {
            drawKind(graphics, i, top, width - 2 * MARGIN);
            top += height(explained.get(i));
        }
        drawBar(graphics, top, width - 2 * MARGIN);
        graphics.dispose();
        return sheet;
    }

    private String heading() {
        int all = kinds.kinds().size();
        return explained.size() < all
                ? "The " + explained.size() + " largest of " + all + " kinds of findings"
                : all + (all == 1 ? " kind of finding" : " kinds of findings");
    }

    private int height(ExplainedKind kind) {
        return LINE
                + side
                + UNDER
                + kind.change().map(change -> frame() + 2 * UNDER).orElse(0)
                + GAP;
    }

    /** Side of a frame of the strip. */
    private int frame() {
        return (4 * (side + GAP) - GAP - (MinimalChange.STEPS - 1) * FRAME_GAP) / MinimalChange.STEPS;
    }

    private void drawKind(Graphics2D graphics, int number, int top, int room) {
        ExplainedKind kind = explained.get(number);
        Rate share = kind.kind().share();
        String words = "Kind %d: %s of such inputs (95 %% interval %s to %s)"
                .formatted(
                        number + 1,
                        Numbers.shortPercent(share.estimate()),
                        Numbers.shortPercent(share.lower()),
                        Numbers.shortPercent(share.upper()));
        text(graphics, words, MARGIN, top + 15, room, Font.BOLD, 14, Palette.INK);
        List<Optional<BufferedImage>> panels = panels(kind);
        List<String> names = names(kind);
        List<String> remarks = remarks(kind);
        for (int i = 0; i < columns; i++) {
            int left = MARGIN + i * (side + GAP);
            int panelTop = top + LINE;
            panels.get(i).ifPresent(panel -> frame(graphics, panel, left, panelTop, side));
            text(graphics, names.get(i), left, panelTop + side + 16, side + GAP - 4, Font.PLAIN, 13, Palette.INK);
            text(
                    graphics,
                    remarks.get(i),
                    left,
                    panelTop + side + 31,
                    side + GAP - 4,
                    Font.PLAIN,
                    11,
                    Palette.FAINT_INK);
        }
        kind.change().ifPresent(change -> drawStrip(graphics, change, top + LINE + side + UNDER + 8, room));
    }

    private List<Optional<BufferedImage>> panels(ExplainedKind kind) {
        Sample medoid = kind.kind().medoid();
        List<Optional<BufferedImage>> panels = new ArrayList<>();
        panels.add(Picture.of(medoid.input()));
        kind.maps().forEach(map -> panels.add(new HeatMap(map.signed()).picture()));
        panels.add(new HeatMap(last(kind).signed()).over(medoid.input()));
        return panels;
    }

    private List<String> names(ExplainedKind kind) {
        List<String> names = new ArrayList<>();
        names.add(TopClasses.of(kind.kind().medoid(), findings).get(0));
        kind.maps().forEach(map -> names.add(map.method()));
        names.add("laid over it");
        return names;
    }

    private List<String> remarks(ExplainedKind kind) {
        List<String> remarks = new ArrayList<>();
        remarks.add(kind.kind().medoid().id());
        kind.maps()
                .forEach(map -> remarks.add(MaskWords.of(map)
                        .orElseGet(() -> "darkest: ±" + Numbers.digits(new HeatMap(map.signed()).full()))));
        remarks.add("the same colours");
        return remarks;
    }

    private static Attribution last(ExplainedKind kind) {
        return kind.maps().get(kind.maps().size() - 1);
    }

    /** Every frame with the confidence in the class that was found and in the one at the end. */
    private void drawStrip(Graphics2D graphics, MinimalChange change, int top, int room) {
        String words = "Smallest change found: %s in latent space, %s becomes %s"
                .formatted(
                        Numbers.digits(change.distance()),
                        findings.label(change.cls()),
                        findings.label(change.other()));
        text(graphics, words, MARGIN, top + 12, room, Font.PLAIN, 13, Palette.INK);
        int frame = frame();
        for (int i = 0; i < change.steps().size(); i++) {
            Replayed step = change.steps().get(i);
            int left = MARGIN + i * (frame + FRAME_GAP);
            int frameTop = top + UNDER / 2;
            Picture.of(step.input()).ifPresent(picture -> frame(graphics, picture, left, frameTop, frame));
            String found = Numbers.shortPercent(step.confidences()[change.cls()]);
            String other = Numbers.shortPercent(step.confidences()[change.other()]);
            String first = i == 0 ? findings.label(change.cls()) + ": " : "";
            String second = i == 0 ? findings.label(change.other()) + ": " : "";
            int width = frame + FRAME_GAP - 2;
            text(graphics, first + found, left, frameTop + frame + 14, width, Font.BOLD, 11, Palette.BLUE);
            text(graphics, second + other, left, frameTop + frame + 28, width, Font.BOLD, 11, Palette.VERMILION);
        }
    }

    /** The colours of all maps, with what they mean. */
    private void drawBar(Graphics2D graphics, int top, int room) {
        for (int x = 0; x < room; x++) {
            graphics.setColor(ColourScale.colour(2. * x / (room - 1) - 1));
            graphics.fillRect(MARGIN + x, top, 1, BAR_HEIGHT);
        }
        graphics.setColor(Palette.LINE);
        graphics.drawRect(MARGIN, top, room - 1, BAR_HEIGHT - 1);
        Attribution map = last(explained.get(0));
        boolean masked = MaskWords.of(map).isPresent();
        int baseline = top + BAR_HEIGHT + 15;
        String low = "against the class";
        String middle = masked ? "0, or not needed" : "0";
        String high = masked ? "for the class, or needed" : "for the class";
        text(graphics, low, MARGIN, baseline, room, Font.PLAIN, 12, Palette.INK);
        int middleLeft = MARGIN + (room - graphics.getFontMetrics().stringWidth(middle)) / 2;
        text(graphics, middle, middleLeft, baseline, room, Font.PLAIN, 12, Palette.INK);
        int highLeft = MARGIN + room - graphics.getFontMetrics().stringWidth(high);
        text(graphics, high, highLeft, baseline, room, Font.PLAIN, 12, Palette.INK);
        String unit = masked
                ? "Colours: log-odds of the class; DiffMask: probability that the square is needed"
                : "Colours: " + map.score().words()
                        + " of the class; each map's own scale, its darkest colour as below it";
        text(graphics, unit, MARGIN, baseline + 16, room, Font.PLAIN, 11, Palette.FAINT_INK);
    }

    private static void frame(Graphics2D graphics, BufferedImage picture, int left, int top, int side) {
        double scale = (double) side / Math.max(picture.getWidth(), picture.getHeight());
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        graphics.drawImage(picture, left, top, width, height, null);
        graphics.setColor(Palette.LINE);
        graphics.drawRect(left - 1, top - 1, width + 1, height + 1);
    }

    private static void text(
            Graphics2D graphics, String text, int left, int baseline, int width, int style, int size, Color ink) {
        graphics.setFont(Palette.font(style, size));
        graphics.setColor(ink);
        ContactSheet.write(graphics, text, left, baseline, width);
    }
}
