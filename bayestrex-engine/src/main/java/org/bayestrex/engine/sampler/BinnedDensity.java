/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** A density of one latent relative to N(0, 1), or to another reference, constant within each of the {@link Bins}. */
final class BinnedDensity {

    private final double[] ratios;
    private final double[] cumulated;
    private final boolean flat;

    /**
     * Such a density.
     *
     * @param ratios one for each bin, not negative and not all of them 0
     */
    BinnedDensity(double[] ratios) {
        this.ratios = ratios.clone();
        this.cumulated = ratios.clone();
        Arrays.parallelPrefix(cumulated, Double::sum);
        this.flat = Arrays.stream(ratios).allMatch(ratio -> ratio == ratios[0]);
    }

    /** Proportional to this, normalised, with a share of N(0, 1) itself. */
    BinnedDensity proposed(double share) {
        double mean = cumulated[Bins.COUNT - 1] / Bins.COUNT;
        return new BinnedDensity(Arrays.stream(ratios)
                .map(ratio -> flat ? 1 : share + (1 - share) * ratio / mean)
                .toArray());
    }

    /** Over the reference, in a bin. */
    double ratio(int bin) {
        return ratios[bin];
    }

    /** A latent, where the reference is N(0, 1). */
    double draw(UniformRandomProvider random) {
        if (flat) {
            return Bins.draw(random);
        }
        double mark = random.nextDouble() * cumulated[Bins.COUNT - 1];
        int bin = 0;
        while (bin < Bins.COUNT - 1 && mark >= cumulated[bin]) {
            bin++;
        }
        return Bins.draw(bin, random);
    }
}
