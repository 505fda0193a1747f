/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.search.Replayed;

/**
 * A cluster of alike findings in a corpus, by the one in its middle.
 *
 * @param id ten digits, the first one a letter: of the test and the latent, so the same whoever finds it again
 * @param test class, method and target
 * @param target its description
 * @param found when it was first found
 * @param seed of the search that found it
 * @param engine its version
 * @param model in which it was found
 * @param distribution where; only there does the latent mean this input
 * @param draws how many draws of that search were in the cluster
 * @param ofDraws of so many that were looked at
 * @param radius of the cluster, root mean square over the values of an input
 * @param latent length d
 * @param logits of each class
 * @param confidences of each class
 * @param predictedClass the one with the highest confidence
 * @param labels the true class by each oracle that knew it
 */
public record CorpusFinding(
        String id,
        String test,
        String target,
        Instant found,
        long seed,
        String engine,
        ModelIdentity model,
        ModelIdentity distribution,
        int draws,
        int ofDraws,
        double radius,
        double[] latent,
        double[] logits,
        double[] confidences,
        int predictedClass,
        Map<String, Integer> labels) {

    public CorpusFinding {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /**
     * What a classifier says of this finding, whichever release it is.
     *
     * @throws IllegalArgumentException when the distribution has another number of latents
     */
    public Replayed replay(Classifier classifier, DataDistribution on) {
        return Replayed.at(List.of(latent), classifier, on).get(0);
    }

    /** For people: the id and what was predicted. */
    @Override
    public String toString() {
        return "%s (class %d with confidence %.3f in %s)"
                .formatted(id, predictedClass, confidences[predictedClass], model.name());
    }
}
