/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.junit.report.chart.SeparatingPlane.Spot;

/**
 * Where on a plane half of the inputs are of one kind: the contour of a share that is smoothed over neighbouring spots
 * (Nadaraya and Watson 1964), along the edges of a grid.
 *
 * @param inside spots of that kind
 * @param outside the other ones
 */
record ClassBoundary(List<Spot> inside, List<Spot> outside) {

    /** In prior standard deviations: a thousand prior draws leave tens within it where they are dense. */
    private static final double BANDWIDTH = .3;
    /** With less weight around it a place has no share. */
    private static final double LEAST_WEIGHT = 1.5;

    private static final int CELLS = 48;

    /** A piece of the contour. */
    record Segment(Spot from, Spot to) {}

    /** The contour within so many standard deviations of the middle; empty where no place has half. */
    List<Segment> segments(double reach) {
        double step = 2 * reach / CELLS;
        double[][] above = new double[CELLS + 1][CELLS + 1];
        for (int i = 0; i <= CELLS; i++) {
            for (int j = 0; j <= CELLS; j++) {
                above[i][j] = share(-reach + i * step, -reach + j * step) - .5;
            }
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            for (int j = 0; j < CELLS; j++) {
                Cell cell = new Cell(-reach + i * step, -reach + j * step, step);
                segments.addAll(cell.contour(above[i][j], above[i + 1][j], above[i + 1][j + 1], above[i][j + 1]));
            }
        }
        return segments;
    }

    /** Share of inputs of the kind around a place; NaN where there are hardly any inputs. */
    double share(double x, double y) {
        double within = weight(inside, x, y);
        double all = within + weight(outside, x, y);
        return all < LEAST_WEIGHT ? Double.NaN : within / all;
    }

    private static double weight(List<Spot> spots, double x, double y) {
        double sum = 0;
        for (Spot spot : spots) {
            double dx = (spot.x() - x) / BANDWIDTH;
            double dy = (spot.y() - y) / BANDWIDTH;
            sum += Math.exp(-.5 * (dx * dx + dy * dy));
        }
        return sum;
    }

    /** A square of the grid, by its lower left corner. */
    private record Cell(double x, double y, double side) {

        /** The contour of 0, from the values at the corners, counter-clockwise. */
        List<Segment> contour(double a, double b, double c, double d) {
            List<Spot> crossings = new ArrayList<>();
            cross(crossings, a, b, 0, 0, 1, 0);
            cross(crossings, b, c, 1, 0, 1, 1);
            cross(crossings, c, d, 1, 1, 0, 1);
            cross(crossings, d, a, 0, 1, 0, 0);
            List<Segment> segments = new ArrayList<>();
            for (int i = 0; i + 1 < crossings.size(); i += 2) {
                segments.add(new Segment(crossings.get(i), crossings.get(i + 1)));
            }
            return segments;
        }

        private void cross(
                List<Spot> crossings, double from, double to, double fromX, double fromY, double toX, double toY) {
            if (Double.isNaN(from) || Double.isNaN(to) || from > 0 == to > 0) {
                return;
            }
            double part = from / (from - to);
            crossings.add(
                    new Spot(x + side * (fromX + part * (toX - fromX)), y + side * (fromY + part * (toY - fromY))));
        }
    }
}
