/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

import java.util.List;
import org.bayestrex.engine.model.Tensor;

/**
 * A finding of one of two releases, with what both say of it, to be looked at.
 *
 * @param change what became of it from the earlier release to this one
 * @param input what the distribution generates there, without the batch extent
 * @param then probability of each class by the earlier release
 * @param now the same by this one
 */
public record ComparedDraw(Change change, Tensor input, List<Double> then, List<Double> now) {

    /** What became of a finding. */
    public enum Change {
        /** Found now, and not in the level set of the earlier release. */
        NEW,
        /** Found then, and not in the level set of this release. */
        GONE,
        /** Found then, and in the level set of this release too. */
        UNCHANGED
    }

    public ComparedDraw {
        then = List.copyOf(then);
        now = List.copyOf(now);
    }
}
