/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.explain.Attribution;
import org.bayestrex.engine.explain.Kind;
import org.bayestrex.engine.explain.MinimalChange;

/**
 * A kind of finding and what is shown of its medoid.
 *
 * @param kind the kind
 * @param maps what in the medoid makes the model so sure, by one method or two; none where inputs are no pictures
 * @param change the smallest change after which the model favours another class, where one was found
 */
record ExplainedKind(Kind kind, List<Attribution> maps, Optional<MinimalChange> change) {

    ExplainedKind {
        maps = List.copyOf(maps);
    }
}
