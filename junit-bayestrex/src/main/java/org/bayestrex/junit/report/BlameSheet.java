/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.bayestrex.engine.scene.Renderer;
import org.bayestrex.engine.scene.Scene;
import org.bayestrex.engine.scene.SceneDistribution;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replaying;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.choice.Selection;
import org.bayestrex.junit.report.page.Drawing;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.picture.OutlinedScene;
import org.bayestrex.junit.report.picture.Palette;

/**
 * Scenes that were found, each with its objects outlined and numbered, and beside it how sure the model is without each of them.
 *
 * @param blames a scene each, in the order of the report's contact sheet
 * @param label of the class that is explained
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record BlameSheet(List<SceneBlame> blames, String label) {

    /** As many scenes as one looks at. */
    private static final int MOST = 3;

    private static final int MARGIN = 16;
    private static final int HEADING = 34;
    private static final int GAP = 28;
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int LARGE_WIDTH = 480;
    private static final int LARGE_HEIGHT = 360;
    private static final int CHART = 440;
    private static final int NAMES = 240;
    private static final int LINE = 19;

    /** What the picture shows. */
    static final String EXPLANATION =
            "Left: the scene, its objects numbered. Right: how sure the model is of the same answer when one object is taken away and all"
                    + " else, camera and lamps too, stays; the object that it rests on most comes first. Orange: less than half as sure. A good"
                    + " model has orange bars for the objects that the question is about, and for no other.";

    public BlameSheet {
        blames = List.copyOf(blames);
    }

    /** Asks the model about the first scenes of the contact sheet; empty where no scenes were searched, or nothing was drawn. */
    public static Optional<BlameSheet> of(Findings findings, Replaying replaying) {
        if (!(findings.spec().distribution() instanceof SceneDistribution scenes)) {
            return Optional.empty();
        }
        List<Sample> samples = Selection.of(findings, MOST).samples();
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        int[] shape = samples.get(0).input().shape();
        Renderer renderer = new Renderer(shape[2], shape[1]);
        int cls = findings.target().claimedClass().orElse(samples.get(0).predictedClass());
        List<SceneBlame> blames = samples.stream()
                .map(sample -> SceneBlame.of(
                        scenes.scene(sample.latent()), cls, findings.spec().classifier(), renderer, replaying))
                .toList();
        return Optional.of(new BlameSheet(blames, findings.label(cls)));
    }

    /** The sheet as PNG. */
    public Optional<byte[]> png() {
        return Drawing.of(this::draw).png();
    }

    /** The first scene's largest change, in a sentence. */
    String sentence() {
        SceneBlame first = blames.get(0);
        if (first.removed().isEmpty()) {
            return "The scene holds no object.";
        }
        RemovedObject blamed = first.removed().get(0);
        return "In the first scene the model says %s with %s; without the %s with %s."
                .formatted(label, percent(first.confidence()), blamed.object(), percent(blamed.confidence()));
    }

    /** Each scene large, its objects outlined and numbered, and what they are: HTML. */
    String outlined() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < blames.size(); i++) {
            Scene scene = blames.get(i).scene();
            String items = scene.objects().stream()
                    .map(object -> Html.element("li", "", Html.escape(object.toString())))
                    .collect(Collectors.joining());
            html.append(Drawing.of(() -> Optional.of(new OutlinedScene(scene, LARGE_WIDTH, LARGE_HEIGHT).draw()))
                            .html("Scene %d, its objects outlined".formatted(i + 1), "scene-%d.json".formatted(i + 1)))
                    .append(Html.element("ol", "margin:4px 0 16px", items));
        }
        return html.toString();
    }

    Optional<BufferedImage> draw() {
        int row = HEIGHT + GAP;
        BufferedImage sheet = new BufferedImage(
                2 * MARGIN + WIDTH + GAP + CHART,
                2 * MARGIN + HEADING + blames.size() * row - GAP,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        text(
                graphics,
                "Confidence in " + label + ", with an object removed",
                MARGIN,
                MARGIN + 16,
                Font.BOLD,
                15,
                Palette.INK);
        for (int i = 0; i < blames.size(); i++) {
            int top = MARGIN + HEADING + i * row;
            graphics.drawImage(new OutlinedScene(blames.get(i).scene(), WIDTH, HEIGHT).draw(), MARGIN, top, null);
            drawBars(graphics, blames.get(i), MARGIN + WIDTH + GAP, top);
        }
        graphics.dispose();
        return Optional.of(sheet);
    }

    private static void drawBars(Graphics2D graphics, SceneBlame blame, int left, int top) {
        int line = Math.min(2 * LINE, HEIGHT / (blame.removed().size() + 1));
        bar(graphics, "the whole scene", blame.confidence(), blame.confidence(), left, top, line);
        for (int i = 0; i < blame.removed().size(); i++) {
            RemovedObject removed = blame.removed().get(i);
            String name = "without %d %s".formatted(removed.number() + 1, removed.object());
            bar(graphics, name, removed.confidence(), blame.confidence(), left, top + (i + 1) * line, line);
        }
    }

    /** A bar, and a hairline where the whole scene's ends. */
    private static void bar(
            Graphics2D graphics, String name, double confidence, double whole, int left, int top, int line) {
        int baseline = top + line / 2 + 5;
        int reach = CHART - NAMES - 60;
        int start = left + NAMES;
        text(graphics, name, left, baseline, Font.PLAIN, 12, Palette.INK);
        graphics.setColor(confidence < whole / 2 ? Palette.VERMILION : Palette.BLUE);
        graphics.fillRect(start, top + 3, Math.max(1, (int) Math.round(confidence * reach)), line - 6);
        graphics.setColor(Palette.GREY);
        graphics.setStroke(new BasicStroke(1));
        int end = start + (int) Math.round(whole * reach);
        graphics.drawLine(end, top, end, top + line);
        text(graphics, percent(confidence), start + reach + 8, baseline, Font.PLAIN, 12, Palette.INK);
    }

    private static void text(Graphics2D graphics, String text, int left, int baseline, int style, int size, Color ink) {
        graphics.setFont(Palette.font(style, size));
        graphics.setColor(ink);
        graphics.drawString(text, left, baseline);
    }

    private static String percent(double share) {
        return Numbers.shortPercent(share);
    }
}
