/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.bayestrex.engine.search.Diagnostics;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Part;
import org.bayestrex.engine.search.Sample;

/**
 * The quantity on which chains agree the least, by R-hat: what it is like in each. If even this one looks well, all do.
 *
 * @param name "z[3]", or "log density"
 * @param chains its draws, chain by chain, all of one length, 1 or more
 * @param lines what a chain is called, in the plural: stretches of draws that were not made by chains
 */
record WorstQuantity(String name, double[][] chains, String lines) {

    private static final String LOG_DENSITY = "log density";

    /** Empty where there are no draws. */
    static Optional<WorstQuantity> of(Findings findings) {
        Map<Integer, List<Sample>> byChain = findings.samples().stream()
                .collect(Collectors.groupingBy(Sample::chain, TreeMap::new, Collectors.toList()));
        if (byChain.isEmpty()) {
            return Optional.empty();
        }
        int shortest = byChain.values().stream().mapToInt(List::size).min().orElseThrow();
        String name = findings.diagnostics().quantities().stream()
                .filter(quantity -> quantity.name().equals(LOG_DENSITY) || latent(quantity.name(), findings) >= 0)
                .max(Comparator.comparingDouble(WorstQuantity::badness))
                .map(Diagnostics.Quantity::name)
                .orElse(LOG_DENSITY);
        int latent = latent(name, findings);
        ToDoubleFunction<Sample> quantity = latent < 0 ? Sample::logDensity : sample -> sample.latent()[latent];
        double[][] chains = byChain.values().stream()
                .map(draws ->
                        draws.stream().limit(shortest).mapToDouble(quantity).toArray())
                .toArray(double[][]::new);
        return Optional.of(new WorstQuantity(name, chains, lines(findings)));
    }

    /** What the report calls the lines of its plots. */
    static String lines(Findings findings) {
        return findings.diagnostics().source().equals(Part.WEIGHTED) ? "stretches" : "chains";
    }

    /** R-hat; undefined is worse than any. */
    private static double badness(Diagnostics.Quantity quantity) {
        return Double.isNaN(quantity.rHat()) ? Double.POSITIVE_INFINITY : quantity.rHat();
    }

    /** The number in "z[3]"; -1 for another name. */
    private static int latent(String name, Findings findings) {
        int latents = findings.samples().get(0).latent().length;
        for (int i = 0; i < latents; i++) {
            if (name.equals("z[" + i + "]")) {
                return i;
            }
        }
        return -1;
    }
}
