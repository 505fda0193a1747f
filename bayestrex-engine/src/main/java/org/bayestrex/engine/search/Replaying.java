/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;

/** Who asks models about stored draws: {@link Replayed#at}, or a service of searches, on its thread. */
@FunctionalInterface
public interface Replaying {

    /** What a classifier says at latent points, in their order. */
    List<Replayed> at(List<double[]> latents, Classifier classifier, DataDistribution distribution);
}
