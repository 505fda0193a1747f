/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/**
 * CLEVR's camera: a lens of 35 mm before 32 mm of film, turned to the origin wherever it stands.
 *
 * @param eye where it stands
 * @param forward unit vector, to the origin
 * @param right unit vector, level
 * @param up unit vector
 */
record Camera(Vector eye, Vector forward, Vector right, Vector up) {

    private static final Vector USUAL = new Vector(7.48113, -6.50764, 5.34367);

    /** Half the film's width by the focal length. */
    static final double HALF_WIDTH = 16. / 35;

    static Camera of(Jitter jitter) {
        Vector eye = jitter.camera().from(USUAL);
        Vector forward = eye.times(-1).unit();
        Vector right = forward.cross(new Vector(0, 0, 1)).unit();
        return new Camera(eye, forward, right, right.cross(forward));
    }

    /** The direction in the plane in which the camera looks, a unit vector. */
    Vector ahead() {
        return new Vector(forward.x(), forward.y(), 0).unit();
    }
}
