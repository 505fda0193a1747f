/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * Objects on a table, and all else that the picture depends on.
 *
 * @param objects the objects; their order has no meaning
 * @param jitter where camera and lamps stand
 * @since 0.1
 */
public record Scene(List<SceneObject> objects, Jitter jitter) {

    /** Copies the list. */
    public Scene {
        objects = List.copyOf(objects);
    }

    /**
     * The scene without one of its objects, all else as it is, camera and lamps too.
     *
     * @throws IndexOutOfBoundsException when there is no such object
     */
    public Scene without(int object) {
        List<SceneObject> rest = new ArrayList<>(objects);
        rest.remove(object);
        return new Scene(rest, jitter);
    }
}
