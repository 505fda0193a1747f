/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.apiguardian.api.API;
import org.bayestrex.engine.scene.Renderer;
import org.bayestrex.engine.scene.Scene;

/**
 * A scene with each object outlined, and its number, from 1, in the middle of what is seen of it.
 *
 * @param scene the scene
 * @param width of the picture
 * @param height of the picture
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record OutlinedScene(Scene scene, int width, int height) {

    private static final Color OUTLINE = Color.WHITE;

    public BufferedImage draw() {
        org.bayestrex.engine.scene.Picture picture = new Renderer(width, height).render(scene);
        int[] seen = picture.objects();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int plane = width * height;
        for (int pixel = 0; pixel < plane; pixel++) {
            int rgb = isEdge(seen, pixel) ? OUTLINE.getRGB() : 0;
            for (int channel = 0; channel < 3 && !isEdge(seen, pixel); channel++) {
                rgb = rgb << 8 | Math.round(255 * picture.values().get(channel * plane + pixel));
            }
            image.setRGB(pixel % width, pixel / width, rgb);
        }
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(Palette.font(Font.BOLD, 14));
        for (int object = 0; object < scene.objects().size(); object++) {
            number(graphics, seen, object);
        }
        graphics.dispose();
        return image;
    }

    /** The outer edge of an object, where to the right or below something else is seen. */
    private boolean isEdge(int[] seen, int pixel) {
        int here = seen[pixel];
        boolean right = pixel % width + 1 < width && seen[pixel + 1] != here;
        boolean below = pixel + width < seen.length && seen[pixel + width] != here;
        return right || below;
    }

    private void number(Graphics2D graphics, int[] seen, int object) {
        long x = 0;
        long y = 0;
        int pixels = 0;
        for (int pixel = 0; pixel < seen.length; pixel++) {
            if (seen[pixel] == object) {
                x += pixel % width;
                y += pixel / width;
                pixels++;
            }
        }
        if (pixels > 0) {
            String text = String.valueOf(object + 1);
            int left = (int) (x / pixels) - 4;
            int baseline = (int) (y / pixels) + 5;
            graphics.setColor(Color.BLACK);
            graphics.drawString(text, left + 1, baseline + 1);
            graphics.setColor(OUTLINE);
            graphics.drawString(text, left, baseline);
        }
    }
}
