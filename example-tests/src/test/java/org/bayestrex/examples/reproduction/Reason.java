/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Why a number may differ from the paper's: said only where the run shows it.
 *
 * @param shown whether the run shows it
 * @param sentence what is said then, with the run's numbers
 */
record Reason<E>(Predicate<E> shown, Function<E, String> sentence) {

    private static final String UNKNOWN = "This run does not show why.";

    /** The first of some reasons that the evidence shows. */
    static <E> String first(List<Reason<E>> reasons, E evidence) {
        return reasons.stream()
                .filter(reason -> reason.shown().test(evidence))
                .findFirst()
                .map(reason -> reason.sentence().apply(evidence))
                .orElse(UNKNOWN);
    }
}
