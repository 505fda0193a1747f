/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which latents belong together: groups of one form that can be exchanged, and the others.
 *
 * @param groups each of the same length
 * @param others the latents that are in no group
 * @param dimension number of latents
 */
record LatentGroups(List<int[]> groups, int[] others, int dimension) {

    /** With more of them all orders take too long to sum. */
    private static final int MOST = 12;

    /** Of so many latents; groups of which there are too many for their orders to be summed are as good as none. */
    static LatentGroups of(List<int[]> exchangeable, int dimension) {
        List<int[]> groups = exchangeable.size() < 2 || exchangeable.size() > MOST ? List.of() : exchangeable;
        Set<Integer> grouped = new HashSet<>();
        for (int[] group : groups) {
            for (int latent : group) {
                if (latent < 0 || latent >= dimension || !grouped.add(latent) || group.length != groups.get(0).length) {
                    throw new IllegalArgumentException("Exchangeable groups have one length, and each latent from 0 to "
                            + (dimension - 1) + " is in one of them at most: " + latent);
                }
            }
        }
        List<Integer> others = new ArrayList<>();
        for (int latent = 0; latent < dimension; latent++) {
            if (!grouped.contains(latent)) {
                others.add(latent);
            }
        }
        return new LatentGroups(
                List.copyOf(groups), others.stream().mapToInt(Integer::intValue).toArray(), dimension);
    }

    /** Number of groups. */
    int count() {
        return groups.size();
    }

    /** Latents of a group. */
    int width() {
        return groups.isEmpty() ? 0 : groups.get(0).length;
    }
}
