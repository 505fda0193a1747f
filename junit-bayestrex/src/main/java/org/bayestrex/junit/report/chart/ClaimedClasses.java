/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.Interpolated;
import org.bayestrex.engine.target.Target;

/** The classes that a target is about; empty for a target that does not tell. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ClaimedClasses {

    private ClaimedClasses() {}

    /** Numbers of classes. */
    public static Set<Integer> of(Target target, int classes) {
        if (target instanceof Ambiguous ambiguous) {
            return ambiguous.classes().isEmpty()
                    ? IntStream.range(0, classes).boxed().collect(Collectors.toSet())
                    : Set.copyOf(ambiguous.classes());
        }
        if (target instanceof Interpolated way) {
            return Set.of(way.from(), way.to());
        }
        return target.claimedClass().isPresent() ? Set.of(target.claimedClass().getAsInt()) : Set.of();
    }
}
