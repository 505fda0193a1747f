/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.Locale;

/**
 * An object's colour, one of CLEVR's eight (Johnson et al., "CLEVR", CVPR 2017).
 *
 * @since 0.1
 */
public enum Colour implements Attribute {
    /** 87, 87, 87. */
    GRAY(87, 87, 87),
    /** 173, 35, 35. */
    RED(173, 35, 35),
    /** 42, 75, 215. */
    BLUE(42, 75, 215),
    /** 29, 105, 20. */
    GREEN(29, 105, 20),
    /** 129, 74, 25. */
    BROWN(129, 74, 25),
    /** 129, 38, 192. */
    PURPLE(129, 38, 192),
    /** 41, 208, 208. */
    CYAN(41, 208, 208),
    /** 255, 238, 51. */
    YELLOW(255, 238, 51);

    private final double red;
    private final double green;
    private final double blue;

    Colour(int red, int green, int blue) {
        this.red = red / 255.;
        this.green = green / 255.;
        this.blue = blue / 255.;
    }

    /** Share of light that is reflected, as CLEVR has it: the bytes are taken for linear values. */
    double red() {
        return red;
    }

    double green() {
        return green;
    }

    double blue() {
        return blue;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean of(SceneObject object) {
        return object.colour() == this;
    }
}
