/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.target.Target;

/**
 * All that determines a search's draws. Equal specifications are one search: models compare by
 * identity unless they define otherwise, everything else by value.
 *
 * @param classifier the model under test
 * @param distribution where inputs come from
 * @param target which prediction is looked for
 * @param sampling how it is looked for
 */
public record SearchSpec(Classifier classifier, DataDistribution distribution, Target target, Sampling sampling) {

    /** What is searched for and where, for messages. */
    public String describe() {
        return target.describe() + " in " + classifier.name() + " on " + distribution.name();
    }
}
