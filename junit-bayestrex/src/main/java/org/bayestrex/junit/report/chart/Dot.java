/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/** Marks that stay in the background. */
final class Dot extends Marker {

    static final Marker SMALL = new Dot(.5, true);
    static final Marker RING = new Dot(.75, false);
    static final Marker SQUARE = new Dot(.75, false, Rectangle2D.Double::new);

    private final double scale;
    private final boolean isFilled;
    private final Outline outline;

    private Dot(double scale, boolean isFilled) {
        this(scale, isFilled, Ellipse2D.Double::new);
    }

    private Dot(double scale, boolean isFilled, Outline outline) {
        this.scale = scale;
        this.isFilled = isFilled;
        this.outline = outline;
    }

    private interface Outline {
        Shape of(double left, double top, double width, double height);
    }

    @Override
    public void paint(Graphics2D graphics, double x, double y, int size) {
        double side = scale * size;
        Shape dot = outline.of(x - side / 2, y - side / 2, side, side);
        graphics.setStroke(new BasicStroke(1));
        if (isFilled) {
            graphics.fill(dot);
        } else {
            graphics.draw(dot);
        }
    }
}
