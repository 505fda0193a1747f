/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.diagnostics.EffectiveSampleSize;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.picture.Palette;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * What the draws were worth as the search went on (Vehtari et al. 2021, section 5): effective draws against draws so far, in
 * the bulk and in the tails, of the quantity with the largest R-hat. Those of chains that mix grow along a straight line.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EffectiveDrawsPlot {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 270;
    private static final int POINTS = 16;

    /** So many are good, see the engine's convergence rules. */
    private static final double GOOD = 400;

    private final WorstQuantity quantity;
    private final int[] lengths;
    private final double[] bulk;
    private final double[] tail;

    private EffectiveDrawsPlot(WorstQuantity quantity) {
        this.quantity = quantity;
        int draws = quantity.chains()[0].length;
        lengths = IntStream.rangeClosed(1, POINTS)
                .map(i -> (int) ((long) i * draws / POINTS))
                .filter(length -> length >= 4)
                .distinct()
                .toArray();
        bulk = along(EffectiveSampleSize::bulk);
        tail = along(EffectiveSampleSize::tail);
    }

    /** The plot; empty without draws, and where their worth is undefined at all lengths. */
    public static Optional<BufferedImage> of(Findings findings) {
        return drawable(findings).map(EffectiveDrawsPlot::draw);
    }

    /** What it shows, with its numbers. */
    public static String describe(Findings findings) {
        return drawable(findings)
                .map(plot -> "Effective draws of " + plot.quantity.name() + " against draws so far: at the end "
                        + Numbers.digits(plot.bulk[plot.bulk.length - 1]) + " in the bulk and "
                        + Numbers.digits(plot.tail[plot.tail.length - 1]) + " in the tails, of "
                        + Numbers.count((long) plot.quantity.chains().length
                                * plot.quantity.chains()[0].length)
                        + " draws")
                .orElse("No plot of effective draws: too few draws");
    }

    public static String caption(Findings findings) {
        return describe(findings)
                + ". Round dots: bulk; squares: tails; dashed line: 400, from where on means can be trusted. A good one rises"
                + " along straight lines and ends above the dashed one. Lines that flatten mean that more draws of this kind"
                + " add little: the chains are stuck.";
    }

    private static Optional<EffectiveDrawsPlot> drawable(Findings findings) {
        return WorstQuantity.of(findings)
                .map(EffectiveDrawsPlot::new)
                .filter(plot -> Arrays.stream(plot.bulk).anyMatch(Double::isFinite));
    }

    private double[] along(ToDoubleFunction<double[][]> worth) {
        return Arrays.stream(lengths)
                .mapToDouble(length -> worth.applyAsDouble(Arrays.stream(quantity.chains())
                        .map(chain -> Arrays.copyOf(chain, length))
                        .toArray(double[][]::new)))
                .toArray();
    }

    private BufferedImage draw() {
        int chains = quantity.chains().length;
        double[] draws = Arrays.stream(lengths)
                .mapToDouble(length -> (double) length * chains)
                .toArray();
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Effective draws of " + quantity.name() + ", the quantity that agrees least")
                .xAxisTitle("draws so far")
                .yAxisTitle("effective draws")
                .build();
        ChartStyle.apply(chart);
        chart.getStyler()
                .setXAxisMin(0.0)
                .setYAxisMin(0.0)
                .setXAxisDecimalPattern("#,###")
                .setYAxisDecimalPattern("#,###");
        double last = draws[draws.length - 1];
        line(chart, "400: good", new double[] {0, last}, new double[] {GOOD, GOOD}, Palette.GREY, SeriesMarkers.NONE)
                .setLineStyle(SeriesLines.DASH_DASH);
        line(chart, "bulk", draws, bulk, Palette.BLUE, SeriesMarkers.CIRCLE);
        line(chart, "tails", draws, tail, Palette.VERMILION, SeriesMarkers.SQUARE);
        return ChartStyle.paint(chart);
    }

    private static XYSeries line(XYChart chart, String name, double[] x, double[] y, Color colour, Marker marker) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(marker).setMarkerColor(colour);
        series.setLineColor(colour).setLineStyle(new BasicStroke(2));
        return series;
    }
}
