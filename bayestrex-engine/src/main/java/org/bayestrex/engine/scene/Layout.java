/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/**
 * Which latent stands for what: the number of objects where it varies; for each object that there can be x, y, rotation, shape,
 * colour, material, size; then the offsets of camera, key, fill and back lamp.
 *
 * @param fewest objects in a scene
 * @param most objects in a scene
 */
record Layout(int fewest, int most) {

    static final int X = 0;
    static final int Y = 1;
    static final int ROTATION = 2;
    static final int SHAPE = 3;
    static final int COLOUR = 4;
    static final int MATERIAL = 5;
    static final int SIZE = 6;

    /** Latents of an object. */
    static final int OBJECT = 7;

    /** Latents of camera and lamps. */
    static final int JITTER = 12;

    boolean counted() {
        return most > fewest;
    }

    /** How many numbers of objects there are. */
    int counts() {
        return most - fewest + 1;
    }

    int size() {
        return object(most) + JITTER;
    }

    /** The first latent of an object. */
    int object(int index) {
        return (counted() ? 1 : 0) + OBJECT * index;
    }

    /** The first latent of camera and lamps. */
    int jitter() {
        return object(most);
    }

    /** The number of objects at a latent point, which is the first latent's cell. */
    int count(double[] latent) {
        return counted() ? fewest + Quantile.cell((float) latent[0], counts()) : fewest;
    }
}
