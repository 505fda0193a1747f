/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import java.util.function.Function;
import org.bayestrex.engine.model.Tensor;

/** Sorts inputs into groups. The report shows one input of each group, whoever sorts. */
interface Groups {

    /**
     * The groups, the largest first; their shares add up to 1.
     *
     * @param <T> what has an input
     * @param all one or more, with inputs of one shape
     * @param input of each
     * @param most groups
     */
    <T> List<Group<T>> of(List<T> all, Function<T, Tensor> input, int most);
}
