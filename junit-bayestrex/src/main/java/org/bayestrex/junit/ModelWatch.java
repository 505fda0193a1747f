/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.IdentityHashMap;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.search.SearchSpec;

/**
 * Sees that models are at the end of a search what they were when it began: a file that was overwritten meanwhile is not the
 * model that was searched, whatever its name.
 */
final class ModelWatch {

    private final IdentityHashMap<Object, ModelIdentity> firstSeen = new IdentityHashMap<>();

    /** Remembers the models of a search as they are, those that are seen for the first time. */
    synchronized void begin(SearchSpec spec) {
        Classifier classifier = spec.classifier();
        DataDistribution distribution = spec.distribution();
        firstSeen.computeIfAbsent(classifier, model -> ModelIdentity.of(classifier));
        firstSeen.computeIfAbsent(distribution, model -> ModelIdentity.of(distribution));
    }

    /**
     * Sees that they still are.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException when one has changed
     */
    void requireUnchanged(SearchSpec spec, String test) {
        require(spec.classifier(), ModelIdentity.of(spec.classifier()), test);
        require(spec.distribution(), ModelIdentity.of(spec.distribution()), test);
    }

    private synchronized void require(Object model, ModelIdentity now, String test) {
        ModelIdentity then = firstSeen.getOrDefault(model, now);
        if (!then.equals(now)) {
            throw Misuse.modelChanged(test, then, now);
        }
    }
}
