/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * One kind of points: latents that are independent of each other, each with a density of its own. Groups that can be exchanged
 * play as many roles, in any order alike, so that what is true of one object of a scene may be true of any.
 *
 * @param groups which latents can be exchanged
 * @param roles for each role the density of each latent of a group
 * @param others the density of each other latent
 */
record LatentClass(LatentGroups groups, List<List<BinnedDensity>> roles, List<BinnedDensity> others) {

    /** Log density over that of N(0, I), by the bins that the latents are in. */
    double logRatio(int[] bins) {
        double logRatio = logRatioOfOthers(bins);
        for (int group = 0; group < groups.count(); group++) {
            logRatio += Math.log(largest(bins, group));
        }
        return groups.count() == 0
                ? logRatio
                : logRatio + Math.log(assignments(bins).mean());
    }

    private double logRatioOfOthers(int[] bins) {
        double product = 1;
        double logRatio = 0;
        for (int i = 0; i < others.size(); i++) {
            product *= others.get(i).ratio(bins[groups.others()[i]]);
            if (product < 1e-100 || product > 1e100) {
                logRatio += Math.log(product);
                product = 1;
            }
        }
        return logRatio + Math.log(product);
    }

    /** Which group plays which role; each group's fits are relative to its best, as far as numbers reach. */
    Assignments assignments(int[] bins) {
        int m = groups.count();
        double[][] fits = new double[m][m];
        for (int group = 0; group < m; group++) {
            double largest = largest(bins, group);
            for (int role = 0; role < m; role++) {
                fits[role][group] = fit(bins, role, group) / largest;
            }
        }
        return new Assignments(fits);
    }

    private double largest(int[] bins, int group) {
        double largest = 0;
        for (int role = 0; role < groups.count(); role++) {
            largest = Math.max(largest, fit(bins, role, group));
        }
        return largest;
    }

    private double fit(int[] bins, int role, int group) {
        int[] latents = groups.groups().get(group);
        List<BinnedDensity> densities = roles.get(role);
        double product = 1;
        for (int j = 0; j < latents.length; j++) {
            product *= densities.get(j).ratio(bins[latents[j]]);
        }
        return product;
    }

    /** A point of this kind. */
    double[] draw(UniformRandomProvider random) {
        double[] position = new double[groups.dimension()];
        int[] order = shuffled(groups.count(), random);
        for (int role = 0; role < order.length; role++) {
            int[] latents = groups.groups().get(order[role]);
            for (int j = 0; j < latents.length; j++) {
                position[latents[j]] = roles.get(role).get(j).draw(random);
            }
        }
        for (int i = 0; i < others.size(); i++) {
            position[groups.others()[i]] = others.get(i).draw(random);
        }
        return position;
    }

    private static int[] shuffled(int count, UniformRandomProvider random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
