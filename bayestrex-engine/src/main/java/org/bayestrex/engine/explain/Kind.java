/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.List;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Sample;

/**
 * Findings that are alike.
 *
 * @param medoid the one with the smallest weighted sum of distances to the others
 * @param members all of them that were compared, each draw once, in the order in which they were drawn
 * @param share of the level set's mass under the data distribution
 */
public record Kind(Sample medoid, List<Sample> members, Rate share) {

    public Kind {
        members = List.copyOf(members);
    }

    /** Different draws that it was seen in. */
    public int size() {
        return members.size();
    }
}
