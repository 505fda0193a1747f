/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.bayestrex.engine.model.Tensor;

/**
 * A rendered scene, and which object each pixel shows.
 *
 * @param values shape [3, height, width], 0 to 1, as sRGB
 * @param objects for each pixel, row by row, the index of the object in the scene, or -1 for the ground; not copied
 * @since 0.1
 */
public record Picture(Tensor values, int[] objects) {

    /** How many pixels show an object. */
    public int pixels(int object) {
        int count = 0;
        for (int seen : objects) {
            count += seen == object ? 1 : 0;
        }
        return count;
    }
}
