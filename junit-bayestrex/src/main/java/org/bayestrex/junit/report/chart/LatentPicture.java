/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.PriorDraw;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.chart.ClassBoundary.Segment;
import org.bayestrex.junit.report.chart.SeparatingPlane.Spot;
import org.bayestrex.junit.report.picture.Palette;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Where in latent space the draws are, in the plane that sets them apart from the prior ({@link SeparatingPlane}): coloured
 * by confidence, behind them plain draws from the prior and the boundary of the class.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LatentPicture {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 430;

    /** More dots than this only hide each other. */
    private static final int MOST_DRAWS = 1000;

    /** With more latents the covariance alone takes seconds. */
    private static final int MOST_LATENTS = 512;

    /** Radii within which half and 95 % of draws from the prior lie: chi with two degrees of freedom. */
    private static final double HALF = Math.sqrt(-2 * Math.log(.5));

    private static final double MOST = Math.sqrt(-2 * Math.log(.05));

    private final Findings findings;
    private final List<Sample> draws;
    private final SeparatingPlane plane;
    private final Concern concern;

    private LatentPicture(Findings findings) {
        this.findings = findings;
        this.concern = Concern.of(findings);
        this.plane = SeparatingPlane.of(
                findings.samples().stream().map(Sample::latent).toList());
        int all = findings.samples().size();
        int count = Math.min(MOST_DRAWS, all);
        this.draws = IntStream.range(0, count)
                .mapToObj(i -> findings.samples().get((int) ((long) i * all / count)))
                .toList();
    }

    /**
     * The picture; empty without draws, and where there is no plane or too many latents for one. Of a distribution with
     * moves of its own, too: where latents are categories or can be exchanged, a plane through them shows nothing.
     */
    public static Optional<BufferedImage> of(Findings findings) {
        return isPossible(findings) ? Optional.of(new LatentPicture(findings).draw()) : Optional.empty();
    }

    private static boolean isPossible(Findings findings) {
        boolean structured = !findings.spec().distribution().moves().isEmpty();
        if (findings.samples().size() < 2 || structured) {
            return false;
        }
        int latents = findings.samples().get(0).latent().length;
        return latents >= 2 && latents <= MOST_LATENTS;
    }

    /** What is seen, with its numbers. */
    public static String describe(Findings findings) {
        if (!isPossible(findings)) {
            return "No plot of latent space";
        }
        SeparatingPlane plane = new LatentPicture(findings).plane;
        return "Plot: draws in latent space. " + axis("To the right", plane.first()) + "; "
                + axis("upwards", plane.second()) + "; the prior has mean 0 and spread 1";
    }

    /** What it shows, and what a good one looks like. */
    public static String caption(Findings findings) {
        Concern concern = Concern.of(findings);
        return "Draws in the plane of latent space that sets them apart from plain inputs: along the first axis their mean is"
                + " farthest from that of the prior for its spread (Fisher's discriminant), along the second their spread"
                + " differs most from it (the prior has mean 0 and spread 1 along any); the darker, the higher the "
                + concern.name()
                + "; crosses lie outside the level set. Grey dots: plain draws from the prior, inputs as"
                + " they come; half of those lie within the inner dotted circle, 95 % within the outer one."
                + (concern.cls() < 0
                        ? ""
                        : " Blue rings: those of them that are taken for " + concern.label()
                                + Concern.second(findings)
                                        .map(other -> ", orange squares: for " + other.label())
                                        .orElse("")
                                + "; black line, where there is one: the boundary of that class, with half of the prior"
                                + " draws around it taken for it. The other directions of latent space are not seen.")
                + " Of a good search the draws fill even clouds, with few crosses, and those at the edge; a rare"
                + " prediction has a small cloud or one far out, several clouds are several kinds of such inputs. Draws"
                + " that stand in knots, or along lines, mean that the search has not mixed.";
    }

    private BufferedImage draw() {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Draws in latent space, by " + concern.name())
                .xAxisTitle(axis("Draws stand apart", plane.first()))
                .yAxisTitle(second(plane.second()))
                .build();
        ChartStyle.apply(chart);
        chart.getStyler().setMarkerSize(5);
        addPrior(chart);
        addDraws(chart);
        double reach = reach();
        addBoundary(chart, reach);
        ChartStyle.ticksAt(chart, new double[] {-2, 0, 1}, 0);
        span(chart, reach, reach);
        ChartStyle.paint(chart); // to measure it: a circle is to look like one
        double across = chart.getScreenXFromChart(1) - chart.getScreenXFromChart(0);
        double up = chart.getScreenYFromChart(0) - chart.getScreenYFromChart(1);
        span(chart, reach * Math.max(1, across / up), reach * Math.max(1, up / across));
        return ChartStyle.paint(chart);
    }

    private static void span(XYChart chart, double x, double y) {
        chart.getStyler().setXAxisMin(-x).setXAxisMax(x).setYAxisMin(-y).setYAxisMax(y);
    }

    private static String axis(String what, SeparatingPlane.Axis axis) {
        return String.format(Locale.ROOT, "%s: mean %.1f, spread %.2f", what, axis.mean(), axis.spread());
    }

    private static String second(SeparatingPlane.Axis axis) {
        return axis(axis.spread() < 1 ? "Where they are thin" : "Where they are wide", axis);
    }

    private double reach() {
        double farthest = draws.stream()
                .map(draw -> plane.project(draw.latent()))
                .mapToDouble(spot -> Math.max(Math.abs(spot.x()), Math.abs(spot.y())))
                .max()
                .orElse(0);
        return 1.05 * Math.max(MOST, farthest);
    }

    private void addPrior(XYChart chart) {
        List<PriorDraw> prior = findings.priorDraws();
        Optional<Concern> other = Concern.second(findings);
        Predicate<PriorDraw> isOther = draw -> other.isPresent() && other.get().isPredicted(draw);
        Predicate<PriorDraw> isNeither = draw -> !concern.isPredicted(draw) && !isOther.test(draw);
        add(chart, "prior draws", Palette.LINE, Dot.SMALL, spots(prior, isNeither));
        add(chart, "prior, " + concern.prediction(), Palette.BLUE, Dot.RING, spots(prior, concern::isPredicted));
        other.ifPresent(second ->
                add(chart, "prior, " + second.prediction(), Palette.VERMILION, Dot.SQUARE, spots(prior, isOther)));
        circle(chart, "half", HALF);
        circle(chart, "95 %", MOST);
    }

    private List<Spot> spots(List<PriorDraw> prior, Predicate<PriorDraw> which) {
        return prior.stream()
                .filter(which)
                .map(draw -> plane.project(draw.latent()))
                .toList();
    }

    private void addDraws(XYChart chart) {
        double[] confidences = draws.stream().mapToDouble(concern::confidence).toArray();
        Shades shades = Shades.of(confidences);
        for (int shade = 0; shade < shades.count(); shade++) {
            int here = shade;
            IntPredicate isHere = i -> shades.of(confidences[i]) == here;
            Color colour = Palette.SHADES.get(shades.count() == 1 ? Palette.SHADES.size() - 1 : shade);
            add(chart, shades.name(shade), colour, SeriesMarkers.CIRCLE, spots(isHere, true));
            add(chart, shades.name(shade) + ", outside", colour, SeriesMarkers.CROSS, spots(isHere, false));
        }
    }

    private List<Spot> spots(IntPredicate which, boolean inLevelSet) {
        return IntStream.range(0, draws.size())
                .filter(which)
                .mapToObj(draws::get)
                .filter(draw -> draw.inLevelSet() == inLevelSet)
                .map(draw -> plane.project(draw.latent()))
                .toList();
    }

    /** Of the prior draws: the boundary of the class, whatever was searched. */
    private void addBoundary(XYChart chart, double reach) {
        ClassBoundary boundary = new ClassBoundary(
                spots(findings.priorDraws(), concern::isPredicted),
                spots(findings.priorDraws(), draw -> !concern.isPredicted(draw)));
        List<Spot> spots = new ArrayList<>();
        for (Segment segment : boundary.segments(reach)) {
            spots.add(segment.from());
            spots.add(segment.to());
            spots.add(new Spot(segment.to().x(), Double.NaN)); // lifts the pen
        }
        if (!spots.isEmpty()) {
            line(chart, "boundary of the class", spots, Palette.INK, new BasicStroke(1.5f))
                    .setShowInLegend(true);
        }
    }

    private static void circle(XYChart chart, String name, double radius) {
        List<Spot> spots = IntStream.rangeClosed(0, 90)
                .mapToDouble(i -> 2 * Math.PI * i / 90)
                .mapToObj(angle -> new Spot(radius * Math.cos(angle), radius * Math.sin(angle)))
                .toList();
        line(
                chart,
                name,
                spots,
                Palette.GREY,
                new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, new float[] {2, 4}, 0));
    }

    private static XYSeries line(XYChart chart, String name, List<Spot> spots, Color colour, BasicStroke stroke) {
        XYSeries series = series(chart, name, spots);
        series.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
        series.setLineColor(colour).setLineStyle(stroke);
        return series;
    }

    private static void add(XYChart chart, String name, Color colour, Marker marker, List<Spot> spots) {
        if (!spots.isEmpty()) {
            series(chart, name, spots)
                    .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
                    .setMarker(marker)
                    .setMarkerColor(colour);
        }
    }

    private static XYSeries series(XYChart chart, String name, List<Spot> spots) {
        return chart.addSeries(
                name,
                spots.stream().mapToDouble(Spot::x).toArray(),
                spots.stream().mapToDouble(Spot::y).toArray());
    }
}
