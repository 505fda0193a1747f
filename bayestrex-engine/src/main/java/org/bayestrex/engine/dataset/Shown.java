/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.dataset;

/** Who shows an input with the prediction that is looked for. */
public enum Shown {
    /** The data set and the search. */
    BOTH,
    /** The search alone: what no test on this data set can fail on. */
    SEARCH_ONLY,
    /** The data set alone: the generator does not make such inputs, or the search missed them. */
    DATA_SET_ONLY,
    /** Nobody: each rate is an upper bound, which is not the same as never. */
    NEITHER;

    static Shown of(boolean inDataSet, boolean inSearch) {
        if (inDataSet) {
            return inSearch ? BOTH : DATA_SET_ONLY;
        }
        return inSearch ? SEARCH_ONLY : NEITHER;
    }
}
