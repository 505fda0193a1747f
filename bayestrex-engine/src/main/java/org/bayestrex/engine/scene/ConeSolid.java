/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/** A cone on z = 0, its apex above, as high as its base is wide. */
record ConeSolid(double x, double y, double radius) implements Solid {

    @Override
    public double z() {
        return radius;
    }

    @Override
    public double bound() {
        return radius * Math.sqrt(2);
    }

    @Override
    public double entry(double ox, double oy, double oz, double dx, double dy, double dz) {
        double px = ox - x;
        double py = oy - y;
        // The mantle: x^2 + y^2 = (h / 2)^2, with h the depth below the apex.
        double ph = radius - .5 * oz;
        double dh = -.5 * dz;
        double a = dx * dx + dy * dy - dh * dh;
        double b = px * dx + py * dy - ph * dh;
        double c = px * px + py * py - ph * ph;
        double best = MISS;
        double root = b * b - a * c;
        if (root >= 0) {
            double square = Math.sqrt(root);
            best = Math.min(onMantle((-b - square) / a, oz, dz), onMantle((-b + square) / a, oz, dz));
        }
        double t = -oz / dz;
        if (t > NEAR && t < best) {
            double qx = px + t * dx;
            double qy = py + t * dy;
            if (qx * qx + qy * qy <= radius * radius) {
                return t;
            }
        }
        return best;
    }

    private double onMantle(double t, double oz, double dz) {
        double height = oz + t * dz;
        return t > NEAR && height >= 0 && height <= 2 * radius ? t : MISS;
    }

    @Override
    public int normal(double px, double py, double pz, double[] normal) {
        double u = px - x;
        double v = py - y;
        double across = Math.max(Math.sqrt(u * u + v * v), NEAR);
        if (pz < NEAR && across < radius) {
            normal[0] = 0;
            normal[1] = 0;
            normal[2] = -1;
            return 1;
        }
        // The mantle falls 2 for each 1 outwards.
        normal[0] = u / across * 2 / Math.sqrt(5);
        normal[1] = v / across * 2 / Math.sqrt(5);
        normal[2] = 1 / Math.sqrt(5);
        return 0;
    }
}
