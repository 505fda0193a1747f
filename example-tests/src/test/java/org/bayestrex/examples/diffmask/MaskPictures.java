/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.bayestrex.engine.model.Tensor;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The tables' numbers as pictures. */
final class MaskPictures {

    private static final int SCALE = 4;
    private static final int TILE = PatchedCnn.SIDE * SCALE;
    private static final int GAP = 6;
    private static final int MARGIN = 225;

    private final Path folder;

    MaskPictures(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** A row of pictures for each map; what matters little is dark blue. */
    void sheet(String name, Tensor images, int columns, Map<String, List<double[]>> maps) throws IOException {
        int rows = maps.size() + 1;
        BufferedImage sheet =
                new BufferedImage(MARGIN + columns * (TILE + GAP), rows * (TILE + GAP), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        List<String> titles = new ArrayList<>(List.of("input"));
        titles.addAll(maps.keySet());
        for (int row = 0; row < rows; row++) {
            graphics.setColor(Color.BLACK);
            int line = row * (TILE + GAP) + TILE / 2;
            for (String word : titles.get(row).split(", ", -1)) {
                graphics.drawString(word, 6, line);
                line += 17;
            }
            for (int column = 0; column < columns; column++) {
                double[] map = row == 0 ? null : maps.get(titles.get(row)).get(column);
                tile(sheet, MARGIN + column * (TILE + GAP), row * (TILE + GAP), images.row(column), map);
            }
        }
        graphics.dispose();
        ImageIO.write(sheet, "png", folder.resolve(name + ".png").toFile());
    }

    private static void tile(BufferedImage sheet, int left, int top, Tensor image, double[] map) {
        double most = map == null ? 1 : Arrays.stream(map).max().orElse(1);
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                float grey = image.get(y / SCALE * PatchedCnn.SIDE + x / SCALE);
                int patch = y / SCALE / 4 * PatchedCnn.GRID + x / SCALE / 4;
                double share = map == null || most <= 0 ? 1 : Math.max(0, map[patch]) / most;
                sheet.setRGB(left + x, top + y, colour(grey, map == null ? 1 : share));
            }
        }
    }

    /** Grey where all is kept, dark blue where nothing is. */
    private static int colour(float grey, double share) {
        float value = Math.max(0, Math.min(1, grey));
        float kept = (float) share;
        float shut = .15f + .25f * value;
        return new Color(
                        kept * value + (1 - kept) * shut * .5f,
                        kept * value + (1 - kept) * shut * .7f,
                        kept * value + (1 - kept) * Math.min(1, shut + .35f))
                .getRGB();
    }

    /** Mean probabilities while patches go, or come back. */
    void curves(String name, String title, Map<String, double[]> series) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(760)
                .height(440)
                .title(title)
                .xAxisTitle("patches")
                .yAxisTitle("mean probability of the favoured class")
                .build();
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
        series.forEach((label, values) -> chart.addSeries(
                        label,
                        IntStream.range(0, values.length).asDoubleStream().toArray(),
                        values)
                .setMarker(SeriesMarkers.NONE));
        ImageIO.write(
                BitmapEncoder.getBufferedImage(chart),
                "png",
                folder.resolve(name + ".png").toFile());
    }

    /** Bars over the digits of an input, needed ones named in bold, a row of bars for each method. */
    void bars(String name, Tensor input, Map<String, double[]> methods) throws IOException {
        int length = ToyTask.length(input);
        int width = 44;
        int height = 70;
        BufferedImage picture = new BufferedImage(
                MARGIN + 40 + length * width, methods.size() * height + 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        double[] truth = ToyTask.truth(input);
        int row = 0;
        for (Map.Entry<String, double[]> method : methods.entrySet()) {
            double sum = Arrays.stream(method.getValue()).sum();
            int base = (row + 1) * height;
            graphics.setColor(Color.BLACK);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
            graphics.drawString(method.getKey(), 6, base - 6);
            graphics.setColor(new Color(0xBBBBBB));
            graphics.drawLine(MARGIN, base, picture.getWidth() - 10, base);
            for (int i = 0; i < length; i++) {
                int bar = (int) Math.round((height - 12) * method.getValue()[i] / sum);
                graphics.setColor(new Color(truth[i] > 0 ? 0x2166AC : 0xB2182B));
                graphics.fillRect(MARGIN + i * width + 6, base - bar, width - 12, bar);
            }
            row++;
        }
        for (int i = 0; i < length; i++) {
            graphics.setColor(Color.BLACK);
            graphics.setFont(new Font(Font.SANS_SERIF, truth[i] > 0 ? Font.BOLD : Font.PLAIN, 20));
            graphics.drawString(String.valueOf(ToyTask.digit(input, i)), MARGIN + i * width + 16, row * height + 28);
        }
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        graphics.drawString("more %d than %d?".formatted((int) input.get(0), (int) input.get(1)), 6, row * height + 26);
        graphics.dispose();
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }
}
