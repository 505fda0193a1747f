/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.junit.report.Measured;
import org.bayestrex.junit.report.Outcome;
import org.bayestrex.junit.report.chart.ChartStyle;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.picture.Palette;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A trend as a small picture: a bar for each run's interval with the estimate in it, and a line for each limit. Shares are drawn by
 * their logarithm, so that one in a million and one in ten both can be seen.
 */
final class TrendChart {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 160;

    /** What is smaller, zero for instance, is drawn here below the smallest number. */
    private static final double BELOW = .3;

    private final Trend trend;
    private final boolean logarithmic;
    private final double floor;
    private final XYChart chart =
            new XYChartBuilder().width(WIDTH).height(HEIGHT).build();

    private TrendChart(Trend trend) {
        this.trend = trend;
        this.logarithmic = trend.points().stream()
                .allMatch(point -> point.rate().lower() >= 0 && point.rate().upper() > 0);
        this.floor = logarithmic ? floor(trend) : Double.NEGATIVE_INFINITY;
    }

    static BufferedImage draw(Trend trend) {
        return new TrendChart(trend).draw();
    }

    /** What is seen, in words. */
    static String describe(Trend trend) {
        Trend.Point first = trend.points().get(0);
        Trend.Point last = trend.last();
        return "Trend over %d runs: %s in the first, %s in the last, which is %s%s"
                .formatted(
                        trend.points().size(),
                        rate(first),
                        rate(last),
                        last.test().outcome().word(),
                        limits(last));
    }

    private static String rate(Trend.Point point) {
        return isDifference(point) ? Numbers.difference(point.rate()) : Numbers.rate(point.rate());
    }

    private static String value(Trend.Point point, double value) {
        return isDifference(point) ? Numbers.digits(100 * value) + " points" : Numbers.value(point.rate(), value);
    }

    /** Of shares. A comparison without a claim has no name for it, but a sign. */
    private static boolean isDifference(Trend.Point point) {
        Rate rate = point.rate();
        return Measured.isDifference(point.test().quantity())
                || (rate.lower() < 0 && rate.lower() >= -1 && rate.upper() <= 1);
    }

    private static String limits(Trend.Point point) {
        List<String> limits = new ArrayList<>();
        if (Double.isFinite(point.test().low())) {
            limits.add("at least " + value(point, point.test().low()));
        }
        if (Double.isFinite(point.test().high())) {
            limits.add("at most " + value(point, point.test().high()));
        }
        return limits.isEmpty() ? "" : "; allowed is " + String.join(" and ", limits);
    }

    private BufferedImage draw() {
        ChartStyle.apply(chart);
        int first = trend.points().get(0).run();
        int last = trend.last().run();
        chart.getStyler()
                .setXAxisTicksVisible(false)
                .setXAxisMin(first - .6)
                .setXAxisMax(last + .6)
                .setPlotGridVerticalLinesVisible(false)
                .setAxisTickLabelsFont(Palette.font(java.awt.Font.PLAIN, 11))
                .setLegendVisible(false)
                .setChartPadding(2);
        List<Double> heights = heights();
        double low = Collections.min(heights);
        double high = Collections.max(heights);
        double room = Math.max(.08 * (high - low), logarithmic ? .1 : 1e-6);
        chart.getStyler().setYAxisMin(low - room).setYAxisMax(high + room).setYAxisTickMarkSpacingHint(30);
        chart.getStyler().setYAxisTickLabelsFormattingFunction(this::label);
        limit("lower limit", trend.last().test().low(), first, last);
        limit("upper limit", trend.last().test().high(), first, last);
        trend.points().forEach(this::interval);
        marks(Outcome.PASS, SeriesMarkers.CIRCLE, Palette.BLUE);
        marks(Outcome.FAIL, SeriesMarkers.CROSS, Palette.INK);
        marks(Outcome.INCONCLUSIVE, SeriesMarkers.DIAMOND, Palette.INK);
        marks(Outcome.UNCHECKED, SeriesMarkers.SQUARE, Palette.BLUE);
        return ChartStyle.paint(chart);
    }

    /** The tick's number in the reader's unit. */
    private String label(double height) {
        double value = logarithmic ? Math.pow(10, height) : height;
        return value(trend.last(), logarithmic ? oneDigit(value) : value);
    }

    private static double oneDigit(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        return Math.round(value / power * 10) / 10.0 * power;
    }

    private List<Double> heights() {
        List<Double> heights = new ArrayList<>();
        trend.points()
                .forEach(point -> DoubleStream.of(
                                point.rate().lower(), point.rate().upper())
                        .forEach(value -> heights.add(height(value))));
        PastTest last = trend.last().test();
        DoubleStream.of(last.low(), last.high()).filter(this::isDrawn).forEach(value -> heights.add(height(value)));
        return heights;
    }

    private void limit(String name, double value, int first, int last) {
        if (isDrawn(value)) {
            double[] x = {first - .6, last + .6};
            line(name, x, new double[] {height(value), height(value)}, Palette.VERMILION, 2);
        }
    }

    private boolean isDrawn(double limit) {
        return Double.isFinite(limit) && (!logarithmic || limit > 0);
    }

    private void interval(Trend.Point point) {
        double[] x = {point.run(), point.run()};
        double[] y = {height(point.rate().lower()), height(point.rate().upper())};
        line("interval " + point.run(), x, y, Palette.BLUE, 4);
    }

    /** The estimates of the runs that stood so, or the upper ends where there is none. */
    private void marks(Outcome outcome, Marker marker, Color colour) {
        List<Trend.Point> points = trend.points().stream()
                .filter(point -> point.test().outcome() == outcome)
                .toList();
        if (!points.isEmpty()) {
            XYSeries series = chart.addSeries(
                    outcome.word(),
                    points.stream().mapToDouble(Trend.Point::run).toArray(),
                    points.stream().mapToDouble(point -> height(middle(point))).toArray());
            series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
                    .setMarker(marker)
                    .setMarkerColor(colour);
        }
    }

    private static double middle(Trend.Point point) {
        return Double.isNaN(point.rate().estimate())
                ? point.rate().upper()
                : point.rate().estimate();
    }

    private void line(String name, double[] x, double[] y, Color colour, float width) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour).setLineStyle(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
    }

    private double height(double value) {
        return logarithmic ? Math.log10(Math.max(value, floor)) : value;
    }

    private static double floor(Trend trend) {
        return BELOW
                * trend.points().stream()
                        .flatMapToDouble(point -> DoubleStream.of(
                                point.rate().lower(),
                                point.rate().estimate(),
                                point.rate().upper(),
                                point.test().high()))
                        .filter(value -> value > 0) // neither zero nor unknown
                        .min()
                        .orElse(1);
    }
}
