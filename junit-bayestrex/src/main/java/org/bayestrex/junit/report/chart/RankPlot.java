/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.picture.Palette;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Where each chain's draws stand among all draws: a histogram of ranks for each chain (Vehtari et al. 2021, section 5), of the
 * quantity with the largest R-hat. Chains that agree have flat ones.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RankPlot {

    private static final int WIDTH = 600;
    private static final int COLUMNS = 4;
    private static final int CELL_HEIGHT = 120;

    /** More chains than this are too small to look at: those farthest from flat are shown. */
    private static final int MOST = 16;

    private static final int MOST_BINS = 20;

    /** Fewer draws than this in a bar are noise. */
    private static final int FEWEST_IN_BIN = 8;

    private final WorstQuantity quantity;
    private final int[][] counts;
    private final int draws;

    private RankPlot(WorstQuantity quantity) {
        this.quantity = quantity;
        this.draws = quantity.chains()[0].length;
        int bins = Math.max(2, Math.min(MOST_BINS, draws / FEWEST_IN_BIN));
        this.counts = counts(quantity.chains(), bins);
    }

    /** The plot; empty without draws, with only one chain, and where a draw is no number. */
    public static Optional<BufferedImage> of(Findings findings) {
        return WorstQuantity.of(findings).filter(RankPlot::isPossible).map(worst -> new RankPlot(worst).draw());
    }

    private static boolean isPossible(WorstQuantity worst) {
        return worst.chains().length > 1
                && worst.chains()[0].length >= 2 * FEWEST_IN_BIN
                && Arrays.stream(worst.chains()).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
    }

    /** What it shows, with its numbers. */
    public static String describe(Findings findings) {
        return WorstQuantity.of(findings)
                .filter(RankPlot::isPossible)
                .map(worst -> new RankPlot(worst).describe())
                .orElse("No rank plot: too few draws.");
    }

    private String describe() {
        long bars = Arrays.stream(counts).mapToLong(row -> row.length).sum();
        long outside = Arrays.stream(counts)
                .flatMapToInt(Arrays::stream)
                .filter(count -> Math.abs(count - expected()) > reach())
                .count();
        return "Rank plot of %s, %d %s: %d of %d bars lie outside the grey band, %.0f would by chance"
                .formatted(quantity.name(), counts.length, quantity.lines(), outside, bars, .05 * bars);
    }

    public static String caption(Findings findings) {
        return describe(findings)
                + ". Each panel is one of the " + WorstQuantity.lines(findings)
                + "; left to right, from its smallest to its largest draws among all. A good one has flat bars, within the"
                + " grey band but for one in twenty. A slope means that it stands apart from the others; a bar that towers, that"
                + " it stood still.";
    }

    /** Ranks from 0; equal draws have the mean of their places, as in R-hat. */
    private static int[][] counts(double[][] chains, int bins) {
        record Draw(int chain, double value) {}
        List<Draw> sorted = IntStream.range(0, chains.length)
                .boxed()
                .flatMap(chain -> Arrays.stream(chains[chain]).mapToObj(value -> new Draw(chain, value)))
                .sorted(Comparator.comparingDouble(Draw::value))
                .toList();
        int[][] counts = new int[chains.length][bins];
        int all = sorted.size();
        for (int first = 0; first < all; ) {
            int next = first;
            while (next < all && sorted.get(next).value() == sorted.get(first).value()) {
                next++;
            }
            double rank = (first + next - 1) / 2.0;
            int bin = (int) Math.min(bins - 1L, (long) (rank * bins / all));
            for (int i = first; i < next; i++) {
                counts[sorted.get(i).chain()][bin]++;
            }
            first = next;
        }
        return counts;
    }

    private double expected() {
        return draws / (double) counts[0].length;
    }

    /** 95 % of bars of independent draws lie as near to the expected height (binomial, normal approximation). */
    private double reach() {
        return 1.96 * Math.sqrt(expected() * (1 - 1.0 / counts[0].length));
    }

    private BufferedImage draw() {
        int[] shown = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(chain -> -unevenness(counts[chain])))
                .limit(MOST)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
        double top = Arrays.stream(shown)
                .flatMap(chain -> Arrays.stream(counts[chain]))
                .max()
                .orElse(1);
        int columns = Math.min(COLUMNS, shown.length);
        int rows = (shown.length + columns - 1) / columns;
        BufferedImage plot = new BufferedImage(WIDTH, rows * CELL_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plot.createGraphics();
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, plot.getWidth(), plot.getHeight());
        for (int i = 0; i < shown.length; i++) {
            BufferedImage panel = panel(shown[i], WIDTH / columns, 1.1 * Math.max(top, expected() + reach()));
            graphics.drawImage(panel, i % columns * (WIDTH / columns), i / columns * CELL_HEIGHT, null);
        }
        graphics.dispose();
        return plot;
    }

    private double unevenness(int[] row) {
        return Arrays.stream(row)
                .mapToDouble(count -> (count - expected()) * (count - expected()))
                .sum();
    }

    private BufferedImage panel(int chain, int width, double top) {
        String one =
                quantity.lines().substring(0, quantity.lines().length() - 1).replace("stretche", "stretch");
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(CELL_HEIGHT)
                .title(one + " " + chain)
                .xAxisTitle("rank")
                .yAxisTitle("draws")
                .build();
        ChartStyle.apply(chart);
        int bins = counts[chain].length;
        chart.getStyler()
                .setXAxisTicksVisible(false)
                .setYAxisTicksVisible(false)
                .setPlotGridVerticalLinesVisible(false)
                .setPlotGridHorizontalLinesVisible(false);
        chart.getStyler()
                .setAxisTitleFont(Palette.font(Font.PLAIN, 11))
                .setXAxisMin(0.0)
                .setXAxisMax((double) bins)
                .setYAxisMin(0.0)
                .setYAxisMax(top);
        chart.getStyler().setLegendVisible(false).setChartTitleFont(Palette.font(Font.BOLD, 12));
        band(chart, "band", expected() + reach(), bins, Palette.LINE);
        band(chart, "below", Math.max(0, expected() - reach()), bins, Palette.PAPER);
        double[] edges = new double[2 * bins + 2];
        double[] heights = new double[2 * bins + 2];
        for (int bin = 0; bin < bins; bin++) {
            edges[2 * bin + 1] = bin;
            edges[2 * bin + 2] = bin + 1;
            heights[2 * bin + 1] = counts[chain][bin];
            heights[2 * bin + 2] = counts[chain][bin];
        }
        edges[2 * bins + 1] = bins;
        line(chart, "ranks", edges, heights).setLineColor(Palette.BLUE).setLineStyle(new BasicStroke(2));
        return ChartStyle.paint(chart);
    }

    private static void band(XYChart chart, String name, double height, int bins, Color colour) {
        XYSeries series = chart.addSeries(name, new double[] {0, bins}, new double[] {height, height});
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Area);
        series.setMarker(SeriesMarkers.NONE);
        series.setFillColor(colour);
        series.setLineColor(colour).setLineStyle(new BasicStroke(1));
    }

    private static XYSeries line(XYChart chart, String name, double[] x, double[] y) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }
}
