/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.List;
import org.bayestrex.engine.sampler.LogOddsSmc;
import org.bayestrex.engine.sampler.Trace;
import org.bayestrex.engine.sampler.WeightedDraws;
import org.jspecify.annotations.Nullable;

/**
 * All that a search has gathered.
 *
 * @param pilot plain prior draws
 * @param smc sequential Monte Carlo; null where it did not run
 * @param weighted independent weighted draws; null where none were made
 * @param global candidates of the chains' global moves, where they tell a mass; null where there were none
 * @param traces what the chains recorded; empty where there are none
 * @param ancestors independent draws that the chains descend from
 * @param stages what each stage cost
 * @param deadline whether the deadline cut the search short
 */
record Evidence(
        Pilot pilot,
        @Nullable LogOddsSmc smc,
        @Nullable WeightedDraws weighted,
        @Nullable GlobalDraws global,
        List<Trace> traces,
        int ancestors,
        List<Ledger.Entry> stages,
        boolean deadline) {}
