/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/**
 * A cube on z = 0.
 *
 * @param half half its edge
 * @param cos of its rotation
 * @param sin of its rotation
 */
record BoxSolid(double x, double y, double half, double cos, double sin) implements Solid {

    static BoxSolid of(double x, double y, double half, double rotation) {
        return new BoxSolid(x, y, half, Math.cos(rotation), Math.sin(rotation));
    }

    @Override
    public double z() {
        return half;
    }

    @Override
    public double bound() {
        return half * Math.sqrt(3);
    }

    @Override
    public double entry(double ox, double oy, double oz, double dx, double dy, double dz) {
        double px = cos * (ox - x) + sin * (oy - y);
        double py = cos * (oy - y) - sin * (ox - x);
        double pz = oz - half;
        double ex = cos * dx + sin * dy;
        double ey = cos * dy - sin * dx;
        // Slabs; a direction of 0 gives infinities of the right signs.
        double ax = (-half - px) / ex;
        double bx = (half - px) / ex;
        double ay = (-half - py) / ey;
        double by = (half - py) / ey;
        double az = (-half - pz) / dz;
        double bz = (half - pz) / dz;
        double in = Math.max(Math.max(Math.min(ax, bx), Math.min(ay, by)), Math.min(az, bz));
        double out = Math.min(Math.min(Math.max(ax, bx), Math.max(ay, by)), Math.max(az, bz));
        return in > NEAR && in <= out ? in : MISS;
    }

    @Override
    public int normal(double px, double py, double pz, double[] normal) {
        double u = (cos * (px - x) + sin * (py - y)) / half;
        double v = (cos * (py - y) - sin * (px - x)) / half;
        double w = (pz - half) / half;
        double largest = Math.max(Math.max(Math.abs(u), Math.abs(v)), Math.abs(w));
        int face = largest == Math.abs(w) ? 4 : largest == Math.abs(u) ? 0 : 2;
        double nu = face == 0 ? Math.signum(u) : Solid.lean(u);
        double nv = face == 2 ? Math.signum(v) : Solid.lean(v);
        double nw = face == 4 ? Math.signum(w) : Solid.lean(w);
        double length = Math.sqrt(nu * nu + nv * nv + nw * nw);
        normal[0] = (cos * nu - sin * nv) / length;
        normal[1] = (sin * nu + cos * nv) / length;
        normal[2] = nw / length;
        return face + ((face == 4 ? w : face == 0 ? u : v) > 0 ? 1 : 0);
    }
}
