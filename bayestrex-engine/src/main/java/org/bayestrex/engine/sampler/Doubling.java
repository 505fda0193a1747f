/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayDeque;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * One doubling of a trajectory under way: the completed subtrees of the new half on a stack whose sizes
 * are the binary digits of the number of leaves so far. A new leaf carries like a binary counter's
 * increment, so the recursion of Hoffman and Gelman (2014, algorithm 6) needs no call stack and can be
 * suspended at every leaf.
 */
final class Doubling {

    private final ArrayDeque<Subtree> completed = new ArrayDeque<>();
    private final UTurn uTurn;
    private final UniformRandomProvider random;
    private int leaves;

    Doubling(UTurn uTurn, UniformRandomProvider random) {
        this.uTurn = uTurn;
        this.random = random;
    }

    /** Adds a leaf and joins all subtrees that it completes; false as soon as one of them turns. */
    boolean add(Subtree leaf) {
        leaves++;
        Subtree newer = leaf;
        while (!completed.isEmpty() && completed.getLast().leaves() == newer.leaves()) {
            Subtree older = completed.removeLast();
            if (uTurn.between(older, newer)) {
                return false;
            }
            double logWeight = older.logWeightWith(newer);
            // Multinomial: the newer half with its share of the weight (Betancourt 2017, appendix A.3.1).
            boolean takesNewer = random.nextDouble() < Math.exp(newer.logWeight() - logWeight);
            newer = older.join(newer, logWeight, takesNewer ? newer.proposal() : older.proposal());
        }
        completed.addLast(newer);
        return true;
    }

    int leaves() {
        return leaves;
    }

    /** Number of completed subtrees that wait for their other half. */
    int height() {
        return completed.size();
    }

    /** The whole new half; only once the number of leaves is a power of two. */
    Subtree whole() {
        return completed.getLast();
    }
}
