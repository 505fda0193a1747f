/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.Locale;

/**
 * An object's shape: CLEVR's three, and the cone that Bayes-TrEx added (Booth et al., AAAI 2021).
 *
 * @since 0.1
 */
public enum Shape implements Attribute {
    /** A cube that stands on a face; its diagonal, not its edge, is the size's diameter. */
    CUBE,
    /** A sphere. */
    SPHERE,
    /** A cylinder that stands on its base, as high as it is wide. */
    CYLINDER,
    /** A cone that stands on its base, as high as it is wide. */
    CONE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean of(SceneObject object) {
        return object.shape() == this;
    }
}
