/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.choice.FilmStrip;
import org.bayestrex.junit.report.picture.Palette;
import org.bayestrex.junit.report.picture.Picture;

/** A film strip: a frame for each step, its two confidences below, and under them a chart of achieved against wanted. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FilmStripPicture {

    private static final int HEADING = 44;
    private static final int CAPTION = 44;
    /** Leaves 56 pixels to a frame of eleven: two for each of an image of 28. */
    private static final int GAP = 4;

    private static final int LARGEST = 112;

    private final FilmStrip strip;
    private final WayChart chart;

    private FilmStripPicture(FilmStrip strip) {
        this.strip = strip;
        this.chart = new WayChart(strip);
    }

    /** The picture, or empty before the first step with a draw. */
    public static Optional<BufferedImage> of(FilmStrip strip) {
        boolean any = strip.steps().stream().anyMatch(step -> step.typical().isPresent());
        return any ? Optional.of(new FilmStripPicture(strip).draw()) : Optional.empty();
    }

    /** What it shows, and what a good one looks like. */
    public static String caption(FilmStrip strip) {
        String missing = strip.isComplete()
                ? ""
                : " So far " + strip.steps().size() + " of " + strip.planned()
                        + " steps; the report of the step that ends last has them all.";
        return "Each frame: the finding in the middle of all findings of its step (medoid in latent space), with the model's"
                + " confidence in both classes. Below: mean confidence over the draws of each step (marks), 5th to 95th"
                + " percentile (thin lines), and what was wanted (grey lines). On a good way the marks lie on the grey"
                + " lines and the picture changes little by little. Marks beside the lines: the distribution hardly"
                + " holds such inputs. A broken orange frame: nothing was found there, this is the nearest draw; \"no draw\" in it: the"
                + " search of that step ended before its first one, see its own report."
                + missing;
    }

    private BufferedImage draw() {
        BufferedImage plot = chart.draw();
        List<Optional<BufferedImage>> frames = strip.steps().stream()
                .map(step -> step.typical()
                        .map(FilmStrip.Typical::sample)
                        .map(Sample::input)
                        .flatMap(Picture::of))
                .toList();
        int side = (int) Math.min(LARGEST, chart.column() - GAP);
        int room = frames.stream().anyMatch(Optional::isPresent) ? side + GAP : 0;
        int top = HEADING + room;
        BufferedImage whole =
                new BufferedImage(plot.getWidth(), top + CAPTION + plot.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = whole.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, whole.getWidth(), whole.getHeight());
        graphics.setColor(Palette.INK);
        graphics.setFont(Palette.font(Font.BOLD, 15));
        graphics.drawString(title(strip), 16, 26);
        IntStream.range(0, frames.size()).forEach(i -> {
            FilmStrip.Step step = strip.steps().get(i);
            int middle = (int) Math.round(chart.pixel(step.share()));
            frames.get(i).ifPresent(frame -> drawFrame(graphics, frame, middle, side, step.found()));
            step.typical()
                    .ifPresentOrElse(
                            typical -> {
                                write(graphics, percent(typical.start()), WayChart.START, middle, top + 14);
                                write(graphics, percent(typical.end()), WayChart.END, middle, top + 31);
                            },
                            () -> drawNothing(graphics, middle, side));
        });
        if (room > 0) {
            drawMissing(graphics, side);
        }
        name(graphics, strip.from(), WayChart.START, top + 14);
        name(graphics, strip.to(), WayChart.END, top + 31);
        graphics.drawImage(plot, 0, top + CAPTION, null);
        graphics.dispose();
        return whole;
    }

    public static String title(FilmStrip strip) {
        String steps = strip.isComplete()
                ? strip.planned() + " steps"
                : strip.steps().size() + " of " + strip.planned() + " steps so far";
        long silent =
                strip.steps().stream().filter(step -> step.typical().isEmpty()).count();
        String without = silent == 0 ? "" : ", " + silent + " without a draw";
        return "From " + strip.from() + " to " + strip.to() + ", " + steps + without;
    }

    /** A step that ended before its first draw, by its deadline as a rule. */
    private static void drawNothing(Graphics2D graphics, int middle, int side) {
        graphics.setColor(Palette.VERMILION);
        graphics.setStroke(broken(3));
        graphics.drawRect(middle - side / 2, HEADING, side - 1, side - 1);
        write(graphics, "no", Palette.VERMILION, middle, HEADING + side / 2 - 3);
        write(graphics, "draw", Palette.VERMILION, middle, HEADING + side / 2 + 12);
    }

    private void drawFrame(Graphics2D graphics, BufferedImage frame, int middle, int side, boolean found) {
        double scale = (double) side / Math.max(frame.getWidth(), frame.getHeight());
        int width = (int) (frame.getWidth() * scale);
        int height = (int) (frame.getHeight() * scale);
        int left = middle - width / 2;
        graphics.drawImage(frame, left, HEADING, width, height, null);
        graphics.setColor(found ? Palette.LINE : Palette.VERMILION);
        graphics.setStroke(found ? new BasicStroke(1) : broken(3));
        graphics.drawRect(left - 1, HEADING - 1, width + 1, height + 1);
    }

    /** A place is kept for each step that is still to come. */
    private void drawMissing(Graphics2D graphics, int side) {
        graphics.setColor(Palette.LINE);
        graphics.setStroke(broken(1));
        IntStream.range(0, strip.planned())
                .mapToDouble(step -> (double) step / (strip.planned() - 1))
                .filter(share -> strip.steps().stream().noneMatch(step -> step.share() == share))
                .forEach(share -> graphics.drawRect(
                        (int) Math.round(chart.pixel(share)) - side / 2, HEADING, side - 1, side - 1));
    }

    private static BasicStroke broken(int width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private static void write(Graphics2D graphics, String text, Color ink, int middle, int baseline) {
        graphics.setFont(Palette.font(Font.BOLD, 13));
        graphics.setColor(ink);
        graphics.drawString(text, middle - graphics.getFontMetrics().stringWidth(text) / 2, baseline);
    }

    /** The class before its row of numbers; as much of a long name as there is room for. */
    private void name(Graphics2D graphics, String name, Color ink, int baseline) {
        graphics.setFont(Palette.font(Font.BOLD, 13));
        graphics.setColor(ink);
        int room = (int) (chart.pixel(0) - chart.column() / 2) - 8;
        String shown = name;
        while (shown.length() > 1 && graphics.getFontMetrics().stringWidth(shown) > room) {
            shown = shown.substring(0, shown.length() - 1);
        }
        graphics.drawString(shown, 16, baseline);
    }
}
