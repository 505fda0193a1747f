/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A latent-class model (Lazarsfeld and Henry 1968): points of several kinds, within each of which latents are independent. Fitted by
 * expectation-maximisation over kinds and over which group plays which role.
 *
 * @param classes the kinds, their densities relative to a reference
 * @param shares of each
 */
record LatentClassModel(List<LatentClass> classes, double[] shares) {

    /** What the point counts that a class begins with: enough to tell roles apart. */
    private static final double SEED = 3;

    private static final double PSEUDO = .5;

    /** Fits so many classes, begun at points drawn by weight. */
    static LatentClassModel fit(
            BinnedPoints points, int count, int iterations, LatentReference reference, UniformRandomProvider random) {
        List<LatentClass> classes = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int[] seed = points.draw(random);
            LatentClassCounts begun = LatentClassCounts.around(points.groups(), seed, SEED, count == 1 ? 0 : 1);
            classes.add(begun.fitted(reference));
        }
        double[] even = new double[count];
        Arrays.fill(even, 1.0 / count);
        LatentClassModel model = new LatentClassModel(classes, even);
        for (int i = 0; i < iterations; i++) {
            model = model.improved(points, reference);
        }
        return model;
    }

    private LatentClassModel improved(BinnedPoints points, LatentReference reference) {
        List<LatentClassCounts> counts = new ArrayList<>();
        classes.forEach(each -> counts.add(new LatentClassCounts(points.groups())));
        for (int i = 0; i < points.size(); i++) {
            int[] bins = points.bins().get(i);
            double[] kinds = LogWeights.normalised(logs(bins));
            for (int k = 0; k < kinds.length; k++) {
                double weight = points.weights()[i] * kinds[k];
                if (weight > 0) {
                    double[][] roles = classes.get(k).assignments(bins).shares();
                    counts.get(k).add(bins, roles, weight, weight);
                }
            }
        }
        double all = counts.stream().mapToDouble(LatentClassCounts::weight).sum();
        return new LatentClassModel(
                counts.stream().map(each -> each.fitted(reference)).toList(),
                counts.stream()
                        .mapToDouble(each -> (each.weight() + PSEUDO) / (all + PSEUDO * counts.size()))
                        .toArray());
    }

    private double[] logs(int[] bins) {
        double[] logs = new double[shares.length];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = Math.log(shares[k]) + classes.get(k).logRatio(bins);
        }
        return logs;
    }

    /** Mean log density of points relative to the reference. */
    double score(BinnedPoints points) {
        double score = 0;
        double all = 0;
        for (int i = 0; i < points.size(); i++) {
            score += points.weights()[i] * LogWeights.logSum(logs(points.bins().get(i)));
            all += points.weights()[i];
        }
        return score / all;
    }
}
