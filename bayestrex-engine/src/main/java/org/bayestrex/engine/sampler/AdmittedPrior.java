/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.Prior;

/**
 * The prior as a proposal. Its density is that of N(0, I): both prior and posterior lack the same constant, the share that is
 * admitted, so that weights of posterior over prior are right without it.
 *
 * @param prior N(0, I) given what the data distribution admits
 * @since 0.1
 */
public record AdmittedPrior(Prior prior) implements Proposal {

    @Override
    public double[] draw(UniformRandomProvider random) {
        return prior.draw(random);
    }

    @Override
    public double largestPriorRatio() {
        return 1;
    }

    @Override
    public double logDensity(double[] position) {
        return new StandardNormal(prior.dimension()).logDensity(position);
    }
}
