/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.junit.report.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Small pictures in rows, each with text below; a cell without one is crossed out, or left blank. */
final class ImageGrid {

    private static final int MARGIN = 10;
    private static final int GAP = 8;
    private static final int LINE_HEIGHT = 14;
    private static final Color INK = new Color(0x1A1A1A);
    private static final Color LINE = new Color(0xD0D0D0);

    /**
     * A cell.
     *
     * @param input what to show; null to cross the cell out
     * @param caption what stands below, in lines; empty without an input for a cell that is left blank
     */
    record Cell(@Nullable Tensor input, String caption) {

        /** Nothing at all. */
        static final Cell BLANK = new Cell(null, "");
    }

    private final int columns;
    private final int side;
    private final int height;
    private final List<Cell> cells;
    private final int captionHeight;

    /** Of cells that are so wide, and as high as their pictures, which have one shape, then are. */
    ImageGrid(int columns, int side, List<Cell> cells) {
        this.columns = columns;
        this.side = side;
        this.cells = List.copyOf(cells);
        height = cells.stream()
                .flatMap(cell -> Stream.ofNullable(cell.input()))
                .flatMap(input -> Picture.of(input).stream())
                .findFirst()
                .map(picture -> Math.round(side * picture.getHeight() / (float) picture.getWidth()))
                .orElse(side);
        captionHeight = 2
                + LINE_HEIGHT
                        * cells.stream()
                                .mapToInt(cell -> (int) cell.caption().lines().count())
                                .max()
                                .orElse(0);
    }

    byte[] png() {
        int rows = (cells.size() + columns - 1) / columns;
        BufferedImage grid = new BufferedImage(
                2 * MARGIN + columns * (side + GAP) - GAP,
                2 * MARGIN + rows * (height + captionHeight + GAP) - GAP,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = grid.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, grid.getWidth(), grid.getHeight());
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        for (int i = 0; i < cells.size(); i++) {
            int left = MARGIN + i % columns * (side + GAP);
            int top = MARGIN + i / columns * (height + captionHeight + GAP);
            draw(graphics, cells.get(i), left, top);
        }
        graphics.dispose();
        return encode(grid);
    }

    private void draw(Graphics2D graphics, Cell cell, int left, int top) {
        Tensor input = cell.input();
        if (input != null) {
            Picture.of(input).ifPresent(picture -> graphics.drawImage(picture, left, top, side, height, null));
        } else if (!cell.caption().isEmpty()) {
            graphics.setColor(LINE);
            graphics.drawRect(left, top, side - 1, height - 1);
            graphics.drawLine(left, top, left + side - 1, top + height - 1);
            graphics.drawLine(left + side - 1, top, left, top + height - 1);
        }
        graphics.setColor(INK);
        int bottom = top + height;
        for (String line : cell.caption().lines().toList()) {
            bottom += LINE_HEIGHT;
            graphics.drawString(line, left, bottom - 2);
        }
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
