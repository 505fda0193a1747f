/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bayestrex.engine.target.Target;

/**
 * One search of the paper's table 2.
 *
 * @param what which of its experiments
 * @param classifier name of the model under test
 * @param generator name of the generator
 * @param excluded classes that the generator was made without
 * @param target what is looked for; a model's card says which output stands for which class
 * @param absent whether the generator was made without the class that is claimed, so that a judge has to look for leaks
 * @param paper what the paper found
 */
record ConfidenceCase(
        String what,
        String classifier,
        String generator,
        Set<Integer> excluded,
        Function<Card, Target> target,
        boolean absent,
        List<PaperConfidence> paper) {

    ConfidenceCase {
        excluded = Set.copyOf(excluded);
        paper = List.copyOf(paper);
    }
}
