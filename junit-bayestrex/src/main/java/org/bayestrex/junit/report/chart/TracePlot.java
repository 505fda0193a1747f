/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.picture.Palette;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Log density and the first of the quantities that chains are compared by, latents as a rule, by iteration, a line for each
 * chain: whether the chains tell one story.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TracePlot {

    public static final String CAPTION =
            "One line for each chain, or for each stretch of independent draws. Those that can be trusted lie"
                    + " over each other and look like noise around one level; a line that stays apart, drifts or stands"
                    + " still means that the search has not converged.";

    private static final int WIDTH = 600;
    private static final int HEIGHT = 200;
    private static final int PANELS = 3;

    /** A line of more draws than there are pixels for is a smear. */
    private static final int MOST_POINTS = 200;

    private TracePlot() {}

    /** What is seen, with its numbers. */
    public static String describe(Findings findings) {
        return "Plot: log density and first latents by number of the draw, "
                + findings.samples().stream().map(Sample::chain).distinct().count() + " "
                + WorstQuantity.lines(findings) + ", R-hat at most "
                + Numbers.rHat(findings.diagnostics().maxRHat());
    }

    /** The plot, or empty without draws. */
    public static Optional<BufferedImage> of(Findings findings) {
        if (findings.samples().isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, List<Sample>> chains = findings.samples().stream()
                .collect(Collectors.groupingBy(Sample::chain, TreeMap::new, Collectors.toList()));
        List<BufferedImage> panels = new ArrayList<>();
        panels.add(panel(
                "Log density of each draw, " + chains.size() + " " + WorstQuantity.lines(findings),
                "nats, up to a constant",
                chains,
                Sample::logDensity));
        DataDistribution distribution = findings.spec().distribution();
        List<String> names = distribution.summaryNames();
        for (int i = 0; i < Math.min(PANELS, names.size()); i++) {
            int index = i;
            boolean latent = names.get(i).equals("z[" + i + "]");
            panels.add(panel(
                    latent ? "Latent " + names.get(i) : names.get(i),
                    latent ? "prior std. deviations" : "",
                    chains,
                    sample -> distribution.summaries(sample.latent())[index]));
        }
        return Optional.of(stacked(panels));
    }

    private static BufferedImage panel(
            String title, String unit, Map<Integer, List<Sample>> chains, ToDoubleFunction<Sample> quantity) {
        int longest = chains.values().stream().mapToInt(List::size).max().orElse(1);
        int step = step(longest);
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(axis(step))
                .yAxisTitle(unit)
                .build();
        ChartStyle.apply(chart);
        chart.getStyler().setLegendVisible(false);
        Sample first = chains.values().iterator().next().get(0);
        // Points at uneven distances: of even ones XChart would name every so many, not the round ones.
        ChartStyle.ticksAt(chart, new double[] {0, 1, 3}, drawable(quantity.applyAsDouble(first)));
        chains.forEach((number, all) -> {
            List<Sample> draws = IntStream.range(0, all.size())
                    .filter(i -> i % step == 0)
                    .mapToObj(all::get)
                    .toList();
            Color colour = Palette.LINES.get(Math.floorMod(number, Palette.LINES.size()));
            XYSeries line = chart.addSeries(
                    "chain " + number,
                    draws.stream().mapToDouble(Sample::draw).toArray(),
                    draws.stream()
                            .mapToDouble(quantity)
                            .map(TracePlot::drawable)
                            .toArray());
            line.setLineColor(colour).setLineStyle(new BasicStroke(1));
            line.setMarker(SeriesMarkers.NONE);
        });
        return ChartStyle.paint(chart);
    }

    /** Of so many draws one in how many is drawn. */
    public static int step(int draws) {
        return (draws + MOST_POINTS - 1) / MOST_POINTS;
    }

    private static String axis(int step) {
        return "number of the draw" + (step == 1 ? "" : ", one in " + step + " is drawn");
    }

    /** What is no number leaves a gap in the line. */
    private static double drawable(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static BufferedImage stacked(List<BufferedImage> panels) {
        BufferedImage plot = new BufferedImage(WIDTH, HEIGHT * panels.size(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plot.createGraphics();
        for (int i = 0; i < panels.size(); i++) {
            graphics.drawImage(panels.get(i), 0, i * HEIGHT, null);
        }
        graphics.dispose();
        return plot;
    }
}
