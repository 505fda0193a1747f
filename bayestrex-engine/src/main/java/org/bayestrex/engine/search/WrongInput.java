/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.List;

/**
 * An input on which one of two compared models is confident and, by the oracle, wrong.
 *
 * @param ofCandidate whether the model under test is the one that is wrong; else it is the baseline
 * @param cls the class that this model claims
 * @param truth the class by the oracle, from 0, or {@link org.bayestrex.engine.label.LabelOracle#NONE}
 * @param sample the input, and what this model says of it
 * @param other what the other model says: the probability of each class, in [0, 1]
 */
public record WrongInput(boolean ofCandidate, int cls, int truth, Sample sample, List<Double> other) {

    public WrongInput {
        other = List.copyOf(other);
    }

    /** The class that the other model favours. */
    public int othersClass() {
        int best = 0;
        for (int k = 1; k < other.size(); k++) {
            best = other.get(k) > other.get(best) ? k : best;
        }
        return best;
    }
}
