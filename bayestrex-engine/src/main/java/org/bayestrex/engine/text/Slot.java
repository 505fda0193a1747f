/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import java.util.List;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What may stand in one place, and which of it a latent chooses: the share u = Phi(z) of a latent z ~ N(0, 1) is uniform, and falls
 * into one of as many cells as there are fillers, each as wide as its filler is probable.
 *
 * @param name of the slot
 * @param fillers one or more
 * @param parts of each filler's text
 */
record Slot(String name, List<Filler> fillers, List<Parts> parts) {

    private static final ContinuousDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Which filler a latent chooses. */
    int choice(double latent) {
        double left = share(latent) * total();
        for (int i = 0; i < fillers.size() - 1; i++) {
            left -= fillers.get(i).weight();
            if (left < 0) {
                return i;
            }
        }
        return fillers.size() - 1;
    }

    /** The latent in the middle of a filler's cell. */
    double latent(int choice) {
        double before =
                fillers.subList(0, choice).stream().mapToDouble(Filler::weight).sum();
        return NORMAL.inverseCumulativeProbability((before + fillers.get(choice).weight() / 2) / total());
    }

    static double share(double latent) {
        return NORMAL.cumulativeProbability(latent);
    }

    private double total() {
        return fillers.stream().mapToDouble(Filler::weight).sum();
    }

    /** Whether no filler has slots of its own. */
    boolean isPlain() {
        return parts.stream().allMatch(each -> each.gaps().isEmpty());
    }
}
