/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bayestrex.junit.report.choice.FilmStrip;
import org.bayestrex.junit.report.picture.Palette;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Achieved confidences on the way from one class to another, beside the wanted ones. */
final class WayChart {

    static final Color START = Palette.BLUE;
    static final Color END = Palette.VERMILION;

    private static final int COLUMN = 64;
    private static final int AXIS_ROOM = 90;
    private static final int NARROWEST = 600;
    private static final int HEIGHT = 250;

    /** More names than this would not fit below the steps. */
    private static final int MOST_NAMES = 41;

    private final FilmStrip strip;
    private final XYChart chart;

    WayChart(FilmStrip strip) {
        this.strip = strip;
        chart = new XYChartBuilder()
                .width(Math.max(NARROWEST, strip.planned() * COLUMN + AXIS_ROOM))
                .height(HEIGHT)
                .yAxisTitle("confidence (%)")
                .build();
        ChartStyle.apply(chart);
        chart.getStyler()
                .setYAxisMin(-5.0)
                .setYAxisMax(119.0)
                .setXAxisMin(-.5)
                .setXAxisMax(strip.planned() - .5)
                .setXAxisTicksVisible(false)
                .setPlotGridVerticalLinesVisible(false)
                .setLegendPosition(Styler.LegendPosition.InsideN)
                .setLegendLayout(Styler.LegendLayout.Horizontal);
        wanted();
        achieved(strip.from(), START, SeriesMarkers.CIRCLE, FilmStrip.Step::start);
        achieved(strip.to(), END, SeriesMarkers.DIAMOND, FilmStrip.Step::end);
    }

    /** The chart, with each step's share below it. */
    BufferedImage draw() {
        BufferedImage plot = ChartStyle.paint(chart);
        int every = (strip.planned() + MOST_NAMES - 1) / MOST_NAMES;
        List<String> names = IntStream.range(0, strip.planned())
                .mapToObj(step -> step % every == 0 ? Math.round(100.0 * step / (strip.planned() - 1)) + " %" : "")
                .toList();
        return new ClassAxis(chart::getScreenXFromChart, "wanted confidence in " + strip.to())
                .below(plot, names, position -> Palette.INK);
    }

    /** Where the column of a share is, once the chart has been drawn. */
    double pixel(double share) {
        return chart.getScreenXFromChart(share * (strip.planned() - 1));
    }

    /** Distance of two columns, once the chart has been drawn. */
    double column() {
        return chart.getScreenXFromChart(1) - chart.getScreenXFromChart(0);
    }

    private void wanted() {
        double last = strip.planned() - 1;
        line("wanted", new double[] {0, last}, new double[] {100, 0}, Palette.GREY, 1.5f)
                .setShowInLegend(true);
        line("wanted at the end", new double[] {0, last}, new double[] {0, 100}, Palette.GREY, 1.5f);
    }

    private void achieved(String name, Color colour, Marker marker, Function<FilmStrip.Step, FilmStrip.Achieved> of) {
        List<FilmStrip.Step> drawn = strip.steps().stream()
                .filter(step -> !Double.isNaN(of.apply(step).mean()))
                .toList();
        for (FilmStrip.Step step : drawn) {
            double at = position(step);
            FilmStrip.Achieved achieved = of.apply(step);
            double[] reach = {100 * achieved.lower(), 100 * achieved.upper()};
            line(name + " spread " + at + " " + colour.getRGB(), new double[] {at, at}, reach, colour, 2);
        }
        XYSeries means = chart.addSeries(
                "mean confidence in " + name,
                drawn.stream().mapToDouble(this::position).toArray(),
                drawn.stream().mapToDouble(step -> 100 * of.apply(step).mean()).toArray());
        means.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
                .setMarker(marker)
                .setMarkerColor(colour);
    }

    private double position(FilmStrip.Step step) {
        return step.share() * (strip.planned() - 1);
    }

    private XYSeries line(String name, double[] x, double[] y, Color colour, float width) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
        series.setLineColor(colour).setLineStyle(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
        return series;
    }
}
