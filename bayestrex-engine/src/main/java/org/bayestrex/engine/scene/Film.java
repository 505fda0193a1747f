/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/**
 * Pixels of a picture by the camera's directions. A ray through pixel coordinates (u, v), which run from the upper left
 * corner, has the direction forward + right (u - width/2) step + up (height/2 - v) step.
 *
 * @param camera the camera
 * @param width of the picture
 * @param height of the picture
 * @param step a pixel's width at distance 1
 */
record Film(Camera camera, int width, int height, double step) {

    static Film of(Camera camera, int width, int height) {
        return new Film(camera, width, height, 2 * Camera.HALF_WIDTH / width);
    }

    /** Pixels in which a solid may be seen: first and one after the last, columns and then rows. */
    int[] bounds(Solid solid) {
        Vector centre = new Vector(solid.x(), solid.y(), solid.z()).minus(camera.eye());
        double depth = centre.dot(camera.forward());
        double nearest = Math.max(depth - solid.bound(), .1);
        double reach = solid.bound() / nearest;
        double u = centre.dot(camera.right()) / depth;
        double v = centre.dot(camera.up()) / depth;
        // The outline of a sphere away from the middle is an ellipse, longer by the slant.
        double slant = Math.sqrt(1 + u * u + v * v);
        return new int[] {
            within(Math.floor(width / 2. + (u - reach * slant) / step), width),
            within(Math.ceil(width / 2. + (u + reach * slant) / step), width),
            within(Math.floor(height / 2. - (v + reach * slant) / step), height),
            within(Math.ceil(height / 2. - (v - reach * slant) / step), height)
        };
    }

    private static int within(double pixel, int extent) {
        return (int) Math.max(0, Math.min(extent, pixel));
    }
}
