/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.List;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.rate.Gates;
import org.bayestrex.engine.target.Target;

/**
 * All that determines a search's draws, and who labels them. Equal specifications are one search: models compare by
 * identity unless they define otherwise, everything else by value.
 *
 * @param classifier the model under test
 * @param distribution where inputs come from
 * @param target which prediction is looked for
 * @param sampling how it is looked for
 * @param oracles who knows the true labels of inputs, of different names; the first makes the rates
 * @param gates limits that the search is to settle; it may end as soon as it has
 */
public record SearchSpec(
        Classifier classifier,
        DataDistribution distribution,
        Target target,
        Sampling sampling,
        List<LabelOracle> oracles,
        Gates gates) {

    public SearchSpec {
        oracles = List.copyOf(oracles);
        long names = oracles.stream().map(LabelOracle::name).distinct().count();
        if (names < oracles.size()) {
            throw new IllegalArgumentException("Two label oracles have one name: "
                    + oracles.stream().map(LabelOracle::name).toList());
        }
    }

    /** A search without a limit. */
    public SearchSpec(
            Classifier classifier,
            DataDistribution distribution,
            Target target,
            Sampling sampling,
            List<LabelOracle> oracles) {
        this(classifier, distribution, target, sampling, oracles, Gates.NONE);
    }

    /** A search without an oracle: what is true by construction is all that is known of labels. */
    public SearchSpec(Classifier classifier, DataDistribution distribution, Target target, Sampling sampling) {
        this(classifier, distribution, target, sampling, List.of());
    }

    /** What is searched for and where, for messages. */
    public String describe() {
        return target.describe() + " in " + classifier.name() + " on " + distribution.name();
    }

    /**
     * Makes sure that the files of all models are what was loaded from them.
     *
     * @throws org.bayestrex.engine.model.ModelException when one is not
     */
    void requireUnchangedModels() {
        classifier.requireUnchanged();
        distribution.requireUnchanged();
        oracles.forEach(LabelOracle::requireUnchanged);
    }
}
