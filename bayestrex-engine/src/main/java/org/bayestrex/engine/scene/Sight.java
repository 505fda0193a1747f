/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/** Which object a ray from the eye meets first; each object is asked only where it can be. */
final class Sight {

    private final Vector eye;
    private final Film film;
    private final Solid[] solids;
    private final int[][] bounds;

    private int object;
    private double distance;

    Sight(Film film, Solid[] solids) {
        this.eye = film.camera().eye();
        this.film = film;
        this.solids = solids;
        this.bounds = new int[solids.length][];
        for (int i = 0; i < solids.length; i++) {
            bounds[i] = film.bounds(solids[i]);
        }
    }

    /** Looks along a direction within a pixel; without the ground, whose distance takes time and is not always wanted. */
    void look(int column, int row, double dx, double dy, double dz) {
        object = Tracer.GROUND;
        distance = Solid.MISS;
        for (int i = 0; i < solids.length; i++) {
            int[] box = bounds[i];
            if (column < box[0] || column >= box[1] || row < box[2] || row >= box[3]) {
                continue;
            }
            double t = solids[i].entry(eye.x(), eye.y(), eye.z(), dx, dy, dz);
            if (t < distance) {
                distance = t;
                object = i;
            }
        }
    }

    int object() {
        return object;
    }

    double distance() {
        return distance;
    }

    /** Pixels whose middle shows each object. */
    int[] pixels() {
        int[] pixels = new int[solids.length];
        Vector forward = film.camera().forward();
        Vector right = film.camera().right();
        Vector up = film.camera().up();
        int[] all = {film.width(), 0, film.height(), 0};
        for (int[] box : bounds) {
            all[0] = Math.min(all[0], box[0]);
            all[1] = Math.max(all[1], box[1]);
            all[2] = Math.min(all[2], box[2]);
            all[3] = Math.max(all[3], box[3]);
        }
        for (int row = all[2]; row < all[3]; row++) {
            double v = (film.height() / 2. - row - .5) * film.step();
            for (int column = all[0]; column < all[1]; column++) {
                double u = (column + .5 - film.width() / 2.) * film.step();
                look(
                        column,
                        row,
                        forward.x() + u * right.x() + v * up.x(),
                        forward.y() + u * right.y() + v * up.y(),
                        forward.z() + u * right.z() + v * up.z());
                if (object >= 0) {
                    pixels[object]++;
                }
            }
        }
        return pixels;
    }
}
