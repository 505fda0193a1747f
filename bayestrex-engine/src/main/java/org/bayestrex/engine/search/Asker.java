/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.function.Consumer;
import org.bayestrex.engine.density.Evaluation;

/** Where the parts of a search ask for densities. */
interface Asker {

    /**
     * Asks for an independent point, without gradient.
     *
     * @param number of the point among those that the search asks for so
     */
    void askIndependent(int number, double[] position, Consumer<Evaluation> answer);

    /** Asks for a chain's point. */
    void askForChain(int chain, double[] position, boolean gradient, Consumer<Evaluation> answer);
}
