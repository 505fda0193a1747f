/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/** A sphere on z = 0. */
record SphereSolid(double x, double y, double radius) implements Solid {

    @Override
    public double z() {
        return radius;
    }

    @Override
    public double bound() {
        return radius;
    }

    @Override
    public double entry(double ox, double oy, double oz, double dx, double dy, double dz) {
        double px = ox - x;
        double py = oy - y;
        double pz = oz - radius;
        double a = dx * dx + dy * dy + dz * dz;
        double b = px * dx + py * dy + pz * dz;
        double c = px * px + py * py + pz * pz - radius * radius;
        double root = b * b - a * c;
        if (root < 0) {
            return MISS;
        }
        double t = (-b - Math.sqrt(root)) / a;
        return t > NEAR ? t : MISS;
    }

    @Override
    public int normal(double px, double py, double pz, double[] normal) {
        normal[0] = (px - x) / radius;
        normal[1] = (py - y) / radius;
        normal[2] = (pz - radius) / radius;
        return 0;
    }
}
