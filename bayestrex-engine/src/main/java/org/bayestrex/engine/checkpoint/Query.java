/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import java.util.Arrays;

/**
 * A point at which a search asks the networks.
 *
 * @param stream who asks: "points" for all independent ones, "chain 3"
 * @param ordinal its how many-th question it is, from 0
 * @param position the point, length d
 * @param gradient whether the gradient is asked for
 */
public record Query(String stream, long ordinal, double[] position, boolean gradient) {

    /**
     * A hash of what is asked. A sampler whose arithmetic has changed since asks for another point than it
     * did: its old answers don't fit then, and the hash tells.
     */
    int point() {
        return 31 * Arrays.hashCode(position) + Boolean.hashCode(gradient);
    }
}
