/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;

/**
 * An interval drawn against its limit, as one line of a forest plot: the bar is the interval, the diamond the estimate, the
 * upright line the limit, and what is allowed is shaded and named. Drawn with the elements of the page itself, so that it is
 * as wide as there is room, has real letters and follows light and dark.
 */
final class IntervalBar {

    static final String CAPTION =
            "Bar: the interval; diamond: the estimate; upright line: the limit. A good bar lies wholly on the side named"
                    + " \"allowed\"; one across the line decides nothing. Of small rates each step is ten times the one before.";

    /** Shares below this are told apart on a logarithmic scale only. */
    private static final double SMALL = .1;

    private static final double SMALLEST = 1e-12;

    /** In percent of the width: two limits nearer to each other share a label, or theirs would run into each other on a phone. */
    private static final double CLOSE = 40;

    private final Claim claim;
    private final Check check;
    private final boolean logarithmic;
    private final double left;
    private final double right;

    private IntervalBar(Claim claim) {
        this.claim = claim;
        this.check = claim.check();
        Rate rate = check.rate();
        List<Double> marks = DoubleStream.of(rate.lower(), rate.estimate(), rate.upper(), check.low(), check.high())
                .filter(Double::isFinite)
                .boxed()
                .toList();
        double most = marks.stream().mapToDouble(mark -> mark).max().orElse(1);
        double least = marks.stream().mapToDouble(mark -> mark).min().orElse(0);
        double leastPositive = marks.stream()
                .mapToDouble(mark -> mark)
                .filter(mark -> mark > SMALLEST)
                .min()
                .orElse(SMALLEST);
        logarithmic = least >= 0 && most <= 1 && leastPositive < SMALL && most > 0;
        if (logarithmic) {
            left = Math.floor(Math.log10(leastPositive) - (least <= 0 ? 1 : .3));
            right = Math.min(0, Math.ceil(Math.log10(most) + .3));
        } else if (least >= 0 && most <= 1) {
            left = 0;
            right = 1;
        } else {
            double room = Math.max(.1 * (most - least), 1e-6);
            left = least - room;
            right = most + room;
        }
    }

    /** The line; empty for a claim that is about no number, and for one that nothing is known about. */
    static String html(Claim claim) {
        return claim.isAboutNumber() && !claim.check().rate().isUnknown() ? new IntervalBar(claim).html() : "";
    }

    private String html() {
        double from = claim.hasLow() ? place(check.low()) : 0;
        double to = claim.hasHigh() ? place(check.high()) : 100;
        StringBuilder drawn = new StringBuilder();
        drawn.append(box("left:0;width:100%;top:18px;height:26px;background:" + Ink.FORBIDDEN, ""));
        drawn.append(box(
                at("left:%.2f%%;width:%.2f%%;", from, to - from) + "top:18px;height:26px;overflow:hidden;background:"
                        + Ink.ALLOWED + ";font-size:11px;line-height:12px;color:" + Ink.TEXT,
                "<span style=\"padding:0 4px\">allowed</span>"));
        Rate rate = check.rate();
        double begin = place(rate.lower());
        double end = place(rate.upper());
        drawn.append(box(
                at("left:%.2f%%;width:max(3px,%.2f%%);", begin, end - begin) + "top:29px;height:13px;" + "background:"
                        + Ink.BAR,
                ""));
        if (Double.isFinite(rate.estimate()) && (!logarithmic || rate.estimate() > 0)) {
            drawn.append(box(
                    at("left:%.2f%%;", place(rate.estimate()))
                            + "top:31px;width:7px;height:7px;margin-left:-4.5px;transform:rotate(45deg);background:"
                            + Ink.TEXT + ";border:1px solid " + Ink.PAPER,
                    ""));
        }
        if (claim.hasLow()) {
            line(drawn, from);
        }
        if (claim.hasHigh()) {
            line(drawn, to);
        }
        nameLimits(drawn, from, to);
        ticks().forEach(tick -> label(drawn, place(tick), 46, Ink.FAINT, claim.number(tick)));
        return "<div role=\"img\" aria-label=\"" + Html.escape(describe()) + "\" style=\"position:relative;height:64px;"
                + "margin:0 6px 4px;font-size:11px\">" + drawn + "</div>";
    }

    private static void line(StringBuilder drawn, double place) {
        drawn.append(box(
                at("left:%.2f%%;", place) + "top:14px;width:3px;height:32px;margin-left:-1.5px;background:" + Ink.TEXT,
                ""));
    }

    private void nameLimits(StringBuilder drawn, double from, double to) {
        if (claim.hasLow() && claim.hasHigh() && to - from < CLOSE) {
            String both = "limits " + claim.number(check.low()) + " and " + claim.number(check.high());
            label(drawn, (from + to) / 2, 0, Ink.TEXT, both);
            return;
        }
        if (claim.hasLow()) {
            label(drawn, from, 0, Ink.TEXT, "limit " + claim.number(check.low()));
        }
        if (claim.hasHigh()) {
            label(drawn, to, 0, Ink.TEXT, "limit " + claim.number(check.high()));
        }
    }

    /** In the middle over its place, but never beyond an end. */
    private static void label(StringBuilder drawn, double place, int top, String colour, String text) {
        drawn.append(box(
                at("left:%.2f%%;transform:translateX(-%.2f%%);", place, place) + "top:" + top
                        + "px;white-space:nowrap;color:" + colour,
                Html.escape(text)));
    }

    private static String box(String style, String content) {
        return Html.element("div", "position:absolute;" + style, content);
    }

    private static String at(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }

    /** In percent of the width. */
    private double place(double value) {
        double position = logarithmic ? Math.log10(Math.max(value, SMALLEST)) : value;
        return 100 * Math.min(1, Math.max(0, (position - left) / (right - left)));
    }

    /** At most four: more would run into each other on a phone. */
    private List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            int decades = (int) Math.round(right - left);
            int step = Math.max(1, (decades + 2) / 3);
            for (int decade = (int) right; decade >= left; decade -= step) {
                ticks.add(Math.pow(10, decade));
            }
        } else {
            boolean isShare = left == 0 && right == 1;
            double room = isShare ? 0 : (right - left) / 12;
            ticks.add(left + room);
            ticks.add((left + right) / 2);
            ticks.add(right - room);
        }
        return ticks;
    }

    /** What is seen, with its numbers. */
    private String describe() {
        Rate rate = check.rate();
        String drawn = "Interval against its limit, " + check.claim() + ": the bar goes from "
                + claim.number(rate.lower()) + " to " + claim.number(rate.upper());
        String estimate = Double.isFinite(rate.estimate()) ? ", estimate " + claim.number(rate.estimate()) : "";
        return drawn + estimate + "; allowed is " + claim.allowed() + "; "
                + Outcome.of(check.verdict()).text();
    }
}
