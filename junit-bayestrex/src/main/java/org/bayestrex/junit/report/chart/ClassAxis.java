/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.bayestrex.junit.report.picture.Palette;

/** The names of classes under a chart, slanted where they would not fit side by side. */
final class ClassAxis {

    private static final int LEVEL_ROOM = 22;
    private static final int SLANTED_ROOM = 72;
    private static final int TITLE_ROOM = 24;
    private static final int LONGEST = 12;

    private final DoubleUnaryOperator pixelOf;
    private final String title;

    /**
     * An axis.
     *
     * @param pixelOf from a class's position on the axis, counted from 0, to its pixel
     * @param title what stands below the names
     */
    ClassAxis(DoubleUnaryOperator pixelOf, String title) {
        this.pixelOf = pixelOf;
        this.title = title;
    }

    /** The chart with its axis below it; each name in its own ink. */
    BufferedImage below(BufferedImage chart, List<String> names, IntFunction<Color> ink) {
        Font font = Palette.font(Font.PLAIN, 13);
        int widest = names.stream()
                .mapToInt(name -> chart.createGraphics().getFontMetrics(font).stringWidth(shortened(name)))
                .max()
                .orElse(0);
        double distance = pixelOf.applyAsDouble(1) - pixelOf.applyAsDouble(0);
        boolean isSlanted = names.size() > 1 && widest + 6 > distance;
        int first = chart.getHeight() + (isSlanted ? 0 : 8);
        int room = isSlanted ? SLANTED_ROOM : LEVEL_ROOM;
        BufferedImage whole =
                new BufferedImage(chart.getWidth(), chart.getHeight() + room + TITLE_ROOM, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = whole.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, whole.getWidth(), whole.getHeight());
        graphics.drawImage(chart, 0, 0, null);
        for (int i = 0; i < names.size(); i++) {
            Color colour = ink.apply(i);
            graphics.setColor(colour);
            graphics.setFont(colour.equals(Palette.INK) ? font : font.deriveFont(Font.BOLD));
            write(graphics, shortened(names.get(i)), pixelOf.applyAsDouble(i), first, isSlanted);
        }
        graphics.setFont(font);
        graphics.setColor(Palette.INK);
        write(graphics, title, chart.getWidth() / 2.0, whole.getHeight() - 8, false);
        graphics.dispose();
        return whole;
    }

    private static void write(Graphics2D graphics, String text, double x, int y, boolean isSlanted) {
        int width = graphics.getFontMetrics().stringWidth(text);
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        if (isSlanted) {
            graphics.rotate(-Math.PI / 4);
            graphics.drawString(text, -width, 4);
        } else {
            graphics.drawString(text, -width / 2f, 0);
        }
        graphics.setTransform(before);
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
    }
}
