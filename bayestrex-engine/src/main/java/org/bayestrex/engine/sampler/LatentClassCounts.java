/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.List;

/** In which bins the points of one class are, by role. */
final class LatentClassCounts {

    private final LatentGroups groups;
    private final double[][][] roles;
    private final double[][] others;
    private double weight;

    LatentClassCounts(LatentGroups groups) {
        this.groups = groups;
        this.roles = new double[groups.count()][groups.width()][Bins.COUNT];
        this.others = new double[groups.others().length][Bins.COUNT];
    }

    /** A class of one point, whose groups play the roles in their order. */
    static LatentClassCounts around(LatentGroups groups, int[] bins, double ofGroups, double ofOthers) {
        double[][] shares = new double[groups.count()][groups.count()];
        for (int i = 0; i < shares.length; i++) {
            shares[i][i] = ofGroups;
        }
        LatentClassCounts counts = new LatentClassCounts(groups);
        counts.add(bins, shares, 1, ofOthers);
        return counts;
    }

    /**
     * Adds a point as far as it is of this class.
     *
     * @param shares of its groups in each role
     * @param ofGroups what they count
     * @param ofOthers what the other latents count
     */
    void add(int[] bins, double[][] shares, double ofGroups, double ofOthers) {
        weight += ofOthers;
        for (int role = 0; role < shares.length; role++) {
            for (int group = 0; group < shares.length; group++) {
                int[] latents = groups.groups().get(group);
                for (int j = 0; j < latents.length; j++) {
                    roles[role][j][bins[latents[j]]] += ofGroups * shares[role][group];
                }
            }
        }
        for (int i = 0; i < others.length; i++) {
            others[i][bins[groups.others()[i]]] += ofOthers;
        }
    }

    /** How many points are of this class. */
    double weight() {
        return weight;
    }

    /** The class that these points are drawn from, its densities relative to the reference. */
    LatentClass fitted(LatentReference reference) {
        List<List<BinnedDensity>> fittedRoles = new ArrayList<>();
        for (double[][] role : roles) {
            fittedRoles.add(fitted(role, reference.ofGroups()));
        }
        return new LatentClass(groups, fittedRoles, fitted(others, reference.ofOthers()));
    }

    private static List<BinnedDensity> fitted(double[][] counts, double[][] references) {
        List<BinnedDensity> fitted = new ArrayList<>();
        for (int j = 0; j < counts.length; j++) {
            fitted.add(new BinnedDensity(BinnedFit.ratios(counts[j], references[j])));
        }
        return fitted;
    }
}
