/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.Locale;

/**
 * What an object is made of.
 *
 * @since 0.1
 */
public enum Material implements Attribute {
    /** Matt: the colour comes back in all directions. */
    RUBBER,
    /** Shiny: the ground, the other objects and the lamps are seen in it. */
    METAL;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean of(SceneObject object) {
        return object.material() == this;
    }
}
