/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.List;

/**
 * One look at a search on its way.
 *
 * @param number 1 for the first
 * @param evidence what there was to look at: "2,048 prior draws"
 * @param last whether it is the one at the search's end
 * @param level of its two-sided intervals
 * @param rates what it saw of each gate's quantity, in the gates' order
 * @param verdicts what it says of each gate
 */
public record Look(int number, String evidence, boolean last, double level, List<Rate> rates, List<Verdict> verdicts) {

    public Look {
        rates = List.copyOf(rates);
        verdicts = List.copyOf(verdicts);
    }

    /** Whether it leaves none open. */
    public boolean decides() {
        return !verdicts.contains(Verdict.INCONCLUSIVE);
    }
}
