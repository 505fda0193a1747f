/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** Marks that stay in the background. */
final class Dot extends Marker {

    static final Marker SMALL = new Dot(.5, true);
    static final Marker RING = new Dot(.75, false);

    private final double scale;
    private final boolean isFilled;

    private Dot(double scale, boolean isFilled) {
        this.scale = scale;
        this.isFilled = isFilled;
    }

    @Override
    public void paint(Graphics2D graphics, double x, double y, int size) {
        double side = scale * size;
        Ellipse2D dot = new Ellipse2D.Double(x - side / 2, y - side / 2, side, side);
        graphics.setStroke(new BasicStroke(1));
        if (isFilled) {
            graphics.fill(dot);
        } else {
            graphics.draw(dot);
        }
    }
}
