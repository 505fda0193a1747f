/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bayestrex.engine.rate.LookPlan;
import org.bayestrex.engine.sampler.Method;

/** At which numbers of draws a search is looked at: a function of how it is run alone, never of what it draws. */
record LookTimes(List<Integer> ofPilot, boolean particles, boolean weighted) {

    private static final int FIRST = 1024;
    /** The last look at weighted draws, that at all of them, and those at a half, a quarter and an eighth. */
    private static final int OF_WEIGHTED = 4;

    /** No look before the end. */
    static final LookTimes NONE = new LookTimes(List.of(), false, false);

    static LookTimes of(Sampling sampling) {
        int first = sampling.pilot();
        int all = first + Pilot.SECOND_STAGE * first;
        List<Integer> pilot = new ArrayList<>();
        for (int draws = FIRST; draws < first; draws *= 2) {
            pilot.add(draws);
        }
        for (int draws = first; draws < all; draws *= 2) {
            pilot.add(draws);
        }
        pilot.add(all);
        Method method = sampling.method();
        return new LookTimes(pilot, method != Method.MIXTURE && method != Method.DIRECT, method.isWeighted());
    }

    LookPlan plan() {
        return new LookPlan(ofPilot.size() + (particles ? 1 : 0) + (weighted ? OF_WEIGHTED : 0));
    }

    /** Whether the pilot has a look at so many draws. */
    boolean atPilot(int draws) {
        return ofPilot.contains(draws);
    }

    /** The last one of the pilot's looks at no more than so many draws. */
    OptionalInt lastOfPilot(long draws) {
        return ofPilot.stream()
                .mapToInt(Integer::intValue)
                .filter(at -> at <= draws)
                .max();
    }

    /** Whether weighted draws have a look at so many of all. */
    boolean atWeighted(int draws, int all) {
        for (int part = 1; weighted && part < 1 << OF_WEIGHTED; part *= 2) {
            if (draws == (all + part - 1) / part) {
                return true;
            }
        }
        return false;
    }
}
