/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.Interpolated;
import org.bayestrex.junit.report.choice.Quantiles;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.picture.Palette;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How confident the model was in each class, over all draws: a thin line from the 5th to the 95th percentile, a
 * thick one over the middle half, a dot at the median. The classes that the target is about stand out.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ConfidenceChart {

    /** More classes than this cannot be told apart; the claimed and the likeliest ones are shown. */
    private static final int MOST_CLASSES = 20;

    /** Half the height of a thick line, in percentage points: one without any height could not be seen. */
    private static final double LEAST_REACH = .8;

    private static final int WIDTH = 600;
    private static final int HEIGHT = 270;

    private final Findings findings;
    private final List<String> labels;
    private final Set<Integer> claimed;
    private final List<Integer> shown;

    private ConfidenceChart(Findings findings) {
        this.findings = findings;
        this.labels = ClassNames.of(findings);
        this.claimed = ClaimedClasses.of(findings.target(), labels.size());
        this.shown = shown();
    }

    /** The chart, or empty without draws. */
    public static Optional<BufferedImage> of(Findings findings) {
        return findings.samples().isEmpty() ? Optional.empty() : Optional.of(new ConfidenceChart(findings).draw());
    }

    /** What is seen: the median confidence in the classes that were looked for, else in the likeliest one. */
    public static String describe(Findings findings) {
        if (findings.samples().isEmpty()) {
            return "No chart: no draws";
        }
        ConfidenceChart chart = new ConfidenceChart(findings);
        String medians = chart.shown.stream()
                .sorted(Comparator.comparing(cls -> -findings.meanConfidence(cls)))
                .limit(3)
                .map(cls -> chart.labels.get(cls) + " "
                        + Numbers.percent(chart.quantiles(cls).at(.5)))
                .collect(Collectors.joining(", "));
        return "Chart: confidence in each class over the draws. Medians of the likeliest: " + medians;
    }

    private Quantiles quantiles(int cls) {
        return new Quantiles(findings.samples().stream()
                .mapToDouble(sample -> sample.confidences()[cls])
                .toArray());
    }

    /** What a search that reached its target looks like. */
    public static String caption(Findings findings) {
        String drawn = "Thin line: 5th to 95th percentile of the draws; thick line: the middle half; dot: the median. ";
        if (findings.target() instanceof Ambiguous ambiguous) {
            String where = ambiguous.classes().isEmpty()
                    ? "all classes level."
                    : "the classes that were looked for (blue) near "
                            + Numbers.percent(1.0 / ambiguous.classes().size()) + " and all others (grey) near 0 %.";
            return drawn + "A search that reached its target shows " + where;
        }
        if (findings.target() instanceof Interpolated way) {
            return drawn + "A search that reached its target shows " + findings.label(way.from()) + " near "
                    + Numbers.percent(1 - way.share()) + ", " + findings.label(way.to()) + " near "
                    + Numbers.percent(way.share()) + " (both blue), and all others (grey) near 0 %.";
        }
        if (findings.target().claimedClass().isPresent()) {
            return drawn
                    + "A search that reached its target shows the class that was looked for (blue) short and at the"
                    + " confidence that was looked for, and all others (grey) low.";
        }
        return drawn + "A search that reached its target shows short lines where the target wants them.";
    }

    private List<Integer> shown() {
        Comparator<Integer> claimedFirst = Comparator.comparing(cls -> !claimed.contains(cls));
        return IntStream.range(0, labels.size())
                .boxed()
                .sorted(claimedFirst.thenComparing(cls -> -findings.meanConfidence(cls)))
                .limit(MOST_CLASSES)
                .sorted()
                .toList();
    }

    private BufferedImage draw() {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Confidence in each class, "
                        + Numbers.count(findings.samples().size()) + " draws")
                .yAxisTitle("confidence (%)")
                .build();
        ChartStyle.apply(chart);
        chart.getStyler()
                .setYAxisMin(-3.0)
                .setYAxisMax(103.0)
                .setXAxisMin(-.5)
                .setXAxisMax(shown.size() - .5)
                // XChart looks for tick labels that fit and may look for ever: the names are written below instead.
                .setXAxisTicksVisible(false)
                .setPlotGridVerticalLinesVisible(false)
                .setLegendVisible(false);
        for (int position = 0; position < shown.size(); position++) {
            drawClass(chart, shown.get(position), position);
        }
        BufferedImage plot = ChartStyle.paint(chart);
        return new ClassAxis(chart::getScreenXFromChart, axisTitle()).below(plot, names(), this::ink);
    }

    private List<String> names() {
        return shown.stream().map(labels::get).toList();
    }

    private Color ink(int position) {
        return claimed.contains(shown.get(position)) ? Palette.BLUE : Palette.INK;
    }

    private String axisTitle() {
        String some = shown.size() < labels.size() ? ", " + shown.size() + " of " + labels.size() : "";
        return "class" + some + (claimed.isEmpty() ? "" : " (blue: looked for)");
    }

    private void drawClass(XYChart chart, int cls, int position) {
        Quantiles quantiles = new Quantiles(findings.samples().stream()
                .map(Sample::confidences)
                .mapToDouble(confidences -> 100 * confidences[cls])
                .toArray());
        Color colour = claimed.contains(cls) ? Palette.BLUE : Palette.GREY;
        line(chart, "90 " + cls, position, quantiles.at(.05), quantiles.at(.95), colour, 2);
        double middle = (quantiles.at(.25) + quantiles.at(.75)) / 2;
        double reach = Math.max(LEAST_REACH, (quantiles.at(.75) - quantiles.at(.25)) / 2);
        line(chart, "50 " + cls, position, middle - reach, middle + reach, colour, 14);
        XYSeries median = chart.addSeries("median " + cls, new double[] {position}, new double[] {quantiles.at(.5)});
        median.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.CIRCLE)
                .setMarkerColor(Palette.INK)
                .setShowInLegend(false);
    }

    private static void line(
            XYChart chart, String name, int position, double from, double to, Color colour, int width) {
        XYSeries series = chart.addSeries(name, new double[] {position, position}, new double[] {from, to});
        series.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
        series.setLineColor(colour).setLineStyle(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
    }
}
