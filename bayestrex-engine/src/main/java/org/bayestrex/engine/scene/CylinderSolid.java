/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/** A cylinder on z = 0, as high as it is wide. */
record CylinderSolid(double x, double y, double radius) implements Solid {

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
        double pz = oz - radius;
        double a = dx * dx + dy * dy;
        double b = px * dx + py * dy;
        double c = px * px + py * py - radius * radius;
        double root = b * b - a * c;
        if (root < 0) {
            return MISS;
        }
        double square = Math.sqrt(root);
        double bottom = (-radius - pz) / dz;
        double top = (radius - pz) / dz;
        double in = Math.max((-b - square) / a, Math.min(bottom, top));
        double out = Math.min((-b + square) / a, Math.max(bottom, top));
        return in > NEAR && in <= out ? in : MISS;
    }

    @Override
    public int normal(double px, double py, double pz, double[] normal) {
        double u = (px - x) / radius;
        double v = (py - y) / radius;
        double w = (pz - radius) / radius;
        double across = Math.sqrt(u * u + v * v);
        boolean cap = Math.abs(w) > across;
        double side = cap ? Solid.lean(across) : 1;
        double along = cap ? Math.signum(w) : Solid.lean(w);
        double length = Math.sqrt(side * side + along * along);
        double scale = side / (length * Math.max(across, NEAR));
        normal[0] = u * scale;
        normal[1] = v * scale;
        normal[2] = along / length;
        return cap ? (w > 0 ? 1 : 2) : 0;
    }
}
