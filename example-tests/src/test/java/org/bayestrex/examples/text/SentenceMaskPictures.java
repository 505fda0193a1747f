/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.bayestrex.engine.explain.mask.Mask;
import org.bayestrex.junit.report.picture.Palette;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/** Sentences by layer: heat maps with a colour bar, and text on coloured ground. */
final class SentenceMaskPictures {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 300;

    /** Small enough for the chart to name every column. */
    private static final int LETTERS = 10;

    /** Near enough for it to name every row, too. */
    private static final int TICKS = 20;

    /** Above it the colour is light enough for black letters. */
    private static final double LIGHT = .6;

    private final Path folder;
    private final List<String> labels;

    SentenceMaskPictures(Path folder, List<String> labels) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.labels = labels;
    }

    /** One map under the other. */
    void heatMaps(String name, List<MaskedSentence> sentences) throws IOException {
        BufferedImage sheet = new BufferedImage(WIDTH, sentences.size() * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        for (int i = 0; i < sentences.size(); i++) {
            graphics.drawImage(BitmapEncoder.getBufferedImage(chart(sentences.get(i))), 0, i * HEIGHT, null);
        }
        graphics.dispose();
        ImageIO.write(sheet, "png", folder.resolve(name + ".png").toFile());
    }

    private HeatMapChart chart(MaskedSentence sentence) {
        Mask deepest = sentence.masks().get(sentence.masks().size() - 1);
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("%s. Last layer: KL %.3f%s"
                        .formatted(
                                labels.get(sentence.predicted()),
                                deepest.divergence(),
                                deepest.violation() > 0 ? ", VIOLATED" : ""))
                .xAxisTitle("")
                .yAxisTitle("layer")
                .build();
        List<Number[]> cells = new ArrayList<>();
        for (int piece = 0; piece < sentence.pieces().size(); piece++) {
            for (int layer = 0; layer < sentence.kept().length; layer++) {
                cells.add(new Number[] {piece, layer, sentence.kept()[layer][piece]});
            }
        }
        // A name must be there once only: the chart takes it for the column's.
        List<String> columns = IntStream.range(0, sentence.pieces().size())
                .mapToObj(i -> sentence.pieces().get(i)
                        + " ".repeat((int) sentence.pieces().subList(0, i).stream()
                                .filter(sentence.pieces().get(i)::equals)
                                .count()))
                .toList();
        chart.addSeries(
                "kept", columns, sentence.layers().stream().map(String::valueOf).toList(), cells);
        chart.getStyler()
                .setMin(0)
                .setMax(1)
                .setRangeColors(Palette.SHADES.toArray(new Color[0]))
                .setShowValue(false);
        chart.getStyler()
                .setXAxisLabelRotation(45)
                .setXAxisTickMarkSpacingHint(TICKS)
                .setYAxisTickMarkSpacingHint(TICKS)
                .setAxisTickLabelsFont(Palette.font(Font.PLAIN, LETTERS))
                .setChartBackgroundColor(Color.WHITE);
        return chart;
    }

    /** The darker a piece's ground, the more layers need it. */
    void text(String name, List<MaskedSentence> sentences) throws IOException {
        String rows = sentences.stream().map(this::row).collect(Collectors.joining("\n"));
        String bar = IntStream.rangeClosed(0, 10)
                .mapToObj(i -> span(String.format(Locale.ROOT, "%.1f", i / 10.), i / 10.))
                .collect(Collectors.joining());
        Files.writeString(folder.resolve(name + ".html"), """
                <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>What sentences need</title>
                <style>body{font:16px sans-serif;margin:24px}span{padding:2px 4px}td{padding:4px 12px 4px 0}</style>
                <p>Mean over the layers of the probability that a piece is kept: %s</p>
                <table><tr><th>sentence<th>says<th>KL, last layer</tr>
                %s
                </table></html>
                """.formatted(bar, rows), StandardCharsets.UTF_8);
    }

    private String row(MaskedSentence sentence) {
        Mask deepest = sentence.masks().get(sentence.masks().size() - 1);
        String text = IntStream.range(0, sentence.pieces().size())
                .mapToObj(i -> span(sentence.pieces().get(i), sentence.needed(i)))
                .collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                "<tr><td>%s<td>%s<td>%.3f%s</tr>",
                text,
                labels.get(sentence.predicted()),
                deepest.divergence(),
                deepest.violation() > 0 ? ", violated" : "");
    }

    private static String span(String text, double share) {
        Color colour = shade(share);
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        boolean continued = escaped.startsWith("##");
        return "%s<span style=\"background:#%06x;color:%s\">%s</span>"
                .formatted(
                        continued ? "" : " ",
                        colour.getRGB() & 0xFFFFFF,
                        share < LIGHT ? "#000" : "#fff",
                        continued ? escaped.substring(2) : escaped);
    }

    /** Between two of the palette's shades. */
    private static Color shade(double share) {
        double place = Math.min(1, Math.max(0, share)) * (Palette.SHADES.size() - 1);
        int below = (int) Math.min(Palette.SHADES.size() - 2., Math.floor(place));
        float[] low = Palette.SHADES.get(below).getRGBColorComponents(null);
        float[] high = Palette.SHADES.get(below + 1).getRGBColorComponents(null);
        float[] mixed = new float[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = (float) (low[i] + (place - below) * (high[i] - low[i]));
        }
        return new Color(mixed[0], mixed[1], mixed[2]);
    }
}
