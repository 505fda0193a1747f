/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.Locale;

/**
 * How large an object is.
 *
 * @since 0.1
 */
public enum Size implements Attribute {
    /** Radius .35. */
    SMALL(.35),
    /** Radius .7. */
    LARGE(.7);

    private final double radius;

    Size(double radius) {
        this.radius = radius;
    }

    /** Radius of the circle around the object's outline from above. */
    public double radius() {
        return radius;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean of(SceneObject object) {
        return object.size() == this;
    }
}
