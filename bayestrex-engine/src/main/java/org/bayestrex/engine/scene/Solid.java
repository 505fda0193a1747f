/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/**
 * The form of an object, convex, standing on z = 0. Coordinates are passed singly: there is one call for each ray and object, and
 * nothing may be allocated for it.
 */
sealed interface Solid permits SphereSolid, BoxSolid, CylinderSolid, ConeSolid {

    /** What a ray that misses meets. */
    double MISS = Double.POSITIVE_INFINITY;

    /** Below this a ray is still on the surface that it starts from. */
    double NEAR = 1e-6;

    /** Edges of CLEVR's cube and cylinder are rounded; by this share of the half width, for their shine. */
    double ROUNDED = .1;

    /** What the rounding takes off a cube's outline. */
    double OUTLINE = .975;

    static Solid of(SceneObject object) {
        double r = object.size().radius();
        return switch (object.shape()) {
            case SPHERE -> new SphereSolid(object.x(), object.y(), r);
            case CUBE -> BoxSolid.of(object.x(), object.y(), OUTLINE * r / Math.sqrt(2), object.rotation());
            case CYLINDER -> new CylinderSolid(object.x(), object.y(), r);
            case CONE -> new ConeSolid(object.x(), object.y(), r);
        };
    }

    /** Centre of a sphere that holds it. */
    double x();

    /** Centre of a sphere that holds it. */
    double y();

    /** Centre of a sphere that holds it. */
    double z();

    /** Radius of a sphere that holds it. */
    double bound();

    /**
     * Where a ray from outside enters: the smallest t above {@link #NEAR} with o + t d on the surface, or {@link #MISS}.
     *
     * @param ox start of the ray; then its direction, of any length
     */
    double entry(double ox, double oy, double oz, double dx, double dy, double dz);

    /**
     * The outward normal at a point of the surface.
     *
     * @param normal receives a unit vector
     * @return which face it is, from 0
     */
    int normal(double px, double py, double pz, double[] normal);

    /** How much of a normal leans over an edge at this share of the half width, 0 to 1. */
    static double lean(double share) {
        double over = (Math.abs(share) - (1 - ROUNDED)) / ROUNDED;
        return over > 0 ? Math.copySign(over * over, share) : 0;
    }
}
