/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.bayestrex.junit.report.picture.Palette;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What all charts have in common: paper, ink, and letters that stay readable when the page is narrow. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChartStyle {

    private ChartStyle() {}

    /** Gives a chart the report's look. */
    public static void apply(XYChart chart) {
        XYStyler styler = chart.getStyler();
        styler.setChartBackgroundColor(Palette.PAPER);
        styler.setPlotBackgroundColor(Palette.PAPER);
        styler.setPlotBorderVisible(false);
        styler.setChartFontColor(Palette.INK);
        styler.setChartTitleFont(Palette.font(Font.BOLD, 15));
        styler.setChartTitleBoxVisible(false);
        styler.setLegendFont(Palette.font(Font.PLAIN, 13));
        styler.setLegendBorderColor(Palette.PAPER);
        styler.setLegendBackgroundColor(Palette.PAPER);
        styler.setAxisTitleFont(Palette.font(Font.PLAIN, 13));
        styler.setAxisTickLabelsFont(Palette.font(Font.PLAIN, 13));
        styler.setAxisTicksMarksVisible(false);
        styler.setPlotGridLinesColor(Palette.LINE);
        styler.setMarkerSize(8);
        styler.setAntiAlias(true);
    }

    /** XChart places its ticks by the first series: an invisible one at these points, all at one level. */
    static void ticksAt(XYChart chart, double[] points, double level) {
        double[] levels = new double[points.length];
        Arrays.fill(levels, level);
        chart.addSeries("ticks", points, levels)
                .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.NONE)
                .setShowInLegend(false);
    }

    /** Painted by hand: XChart's own encoders would need libraries that are left out. */
    public static BufferedImage paint(XYChart chart) {
        BufferedImage picture = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        graphics.dispose();
        return picture;
    }
}
