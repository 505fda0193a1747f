/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.junit.report.choice.Quantiles;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.picture.Palette;

/**
 * Confidences in up to five shades, the darkest for the highest.
 *
 * @param edges between neighbouring shades, ascending; none where all confidences are about the same
 */
record Shades(List<Double> edges) {

    /** What lies further out than this goes to the outermost shades. */
    private static final double TRIMMED = .02;

    private static final double ALIKE = .002;

    /** Equal steps from the lowest to the highest of the confidences, one or more. */
    static Shades of(double[] confidences) {
        Quantiles quantiles = new Quantiles(confidences);
        double low = quantiles.at(TRIMMED);
        double high = quantiles.at(1 - TRIMMED);
        int count = Palette.SHADES.size();
        return new Shades(
                high - low < ALIKE
                        ? List.of()
                        : IntStream.range(1, count)
                                .mapToObj(i -> low + (high - low) * i / count)
                                .toList());
    }

    int count() {
        return edges.size() + 1;
    }

    /** From 0 for the lowest. */
    int of(double confidence) {
        return (int) edges.stream().filter(edge -> confidence >= edge).count();
    }

    /** What a shade means. */
    String name(int shade) {
        if (edges.isEmpty()) {
            return "all alike";
        }
        if (shade == 0) {
            return "below " + Numbers.shortPercent(edges.get(0));
        }
        return "from " + Numbers.shortPercent(edges.get(shade - 1));
    }
}
