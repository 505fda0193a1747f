/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Several kinds of points, and N(0, I) itself among them, so that no weight of the prior over this exceeds one over its share
 * (defensive mixture, Hesterberg 1995).
 */
final class LatentClassMixture implements Proposal {

    private final List<LatentClass> classes;
    private final double[] shares;
    private final double priorShare;
    private final StandardNormal prior;

    /**
     * A mixture.
     *
     * @param classes the kinds, at least one
     * @param shares of each, and of N(0, I) as the last; they sum to 1
     */
    LatentClassMixture(List<LatentClass> classes, double[] shares) {
        this.classes = List.copyOf(classes);
        this.shares = shares.clone();
        this.priorShare = shares[classes.size()];
        this.prior = new StandardNormal(classes.get(0).groups().dimension());
    }

    @Override
    public double[] draw(UniformRandomProvider random) {
        double left = random.nextDouble();
        for (int k = 0; k < classes.size(); k++) {
            if (left < shares[k]) {
                return classes.get(k).draw(random);
            }
            left -= shares[k];
        }
        return prior.draw(random);
    }

    @Override
    public double largestPriorRatio() {
        return 1 / priorShare;
    }

    @Override
    public double logDensity(double[] position) {
        int[] bins = Bins.of(position);
        double[] logs = new double[classes.size() + 1];
        for (int k = 0; k < classes.size(); k++) {
            logs[k] = Math.log(shares[k]) + classes.get(k).logRatio(bins);
        }
        logs[classes.size()] = Math.log(priorShare);
        return prior.logDensity(position) + LogWeights.logSum(logs);
    }
}
