/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.List;
import org.bayestrex.engine.rate.Comparison;

/**
 * How two models compare, with inputs to look at.
 *
 * @param comparison the numbers
 * @param wrong inputs on which a model is confident and wrong, of each model and class at most {@value ScoredDraws#MOST_WRONG}:
 *     the candidate's first, by class
 */
public record ComparedModels(Comparison comparison, List<WrongInput> wrong) {

    public ComparedModels {
        wrong = List.copyOf(wrong);
    }
}
