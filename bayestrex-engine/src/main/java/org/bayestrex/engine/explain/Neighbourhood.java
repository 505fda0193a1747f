/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.List;
import org.bayestrex.engine.rate.Rate;

/**
 * The training images nearest to an input.
 *
 * @param nearest nearest first
 * @param nearerHeldOut the quantile of the nearest distance: the share of held-out images that are nearer to their nearest
 *     training image than the input is to its own; 0 means nearer than any, 1 farther than all
 * @param smallerRatios the same for the {@linkplain #ratio ratio}
 * @param likeness what the two say
 */
public record Neighbourhood(List<Neighbour> nearest, Rate nearerHeldOut, Rate smallerRatios, Likeness likeness) {

    public Neighbourhood {
        nearest = List.copyOf(nearest);
    }

    /** Distance of the nearest. */
    public double distance() {
        return nearest.get(0).distance();
    }

    /**
     * The nearest distance in units of the mean of all k: 1 where they are equally far, near 0 where one training image
     * stands out (after Carlini et al. 2023, Extracting training data from diffusion models, section 4.2).
     */
    public double ratio() {
        return ratio(nearest);
    }

    static double ratio(List<Neighbour> nearest) {
        double mean =
                nearest.stream().mapToDouble(Neighbour::distance).average().orElseThrow();
        return mean == 0 ? 0 : nearest.get(0).distance() / mean;
    }
}
