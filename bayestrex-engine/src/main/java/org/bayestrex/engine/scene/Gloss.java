/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/**
 * What becomes of light at an object's surface, after the nodes of CLEVR's two materials.
 *
 * @param metal whether it mirrors
 * @param red share that comes back
 * @param green share that comes back
 * @param blue share that comes back
 */
record Gloss(boolean metal, double red, double green, double blue) {

    /** The share of metal's light that is hardly blurred; the rest comes from a wide lobe. */
    static final double SHARP = .6;

    private static final double SHARP_WIDTH = .01;
    private static final double BLURRED_WIDTH = .2;

    /** Reflected at right angles by rubber, whose index of refraction is 1.2. */
    private static final double RUBBER = .0083;

    static Gloss of(SceneObject object) {
        Colour colour = object.colour();
        return new Gloss(object.material() == Material.METAL, colour.red(), colour.green(), colour.blue());
    }

    /** The share that rubber reflects without taking its colour (Schlick 1994). */
    static double fresnel(double cosine) {
        double rest = 1 - cosine;
        double square = rest * rest;
        return RUBBER + (1 - RUBBER) * square * square * rest;
    }

    /** How much of a wide lobe about a direction of this height looks at the ground, 0 to 1. */
    static double below(double height) {
        double x = Math.max(-1, Math.min(1, height / .5));
        return .5 - x * (.75 - .25 * x * x);
    }

    /**
     * A lamp's picture in metal: two lobes of the GGX distribution (Walter et al. 2007), each widened by the lamp's own width.
     *
     * @param cosine between normal and lamp
     * @param reach tangent of half the lamp's width
     * @return times the lamp's power by the square of its distance, the light towards the eye
     */
    static double highlight(
            double dx,
            double dy,
            double dz,
            double nx,
            double ny,
            double nz,
            double lx,
            double ly,
            double lz,
            double cosine,
            double reach) {
        double hx = lx - dx;
        double hy = ly - dy;
        double hz = lz - dz;
        double along = nx * hx + ny * hy + nz * hz;
        double square = along * along / (hx * hx + hy * hy + hz * hz);
        double facing = Math.max(.05, -(dx * nx + dy * ny + dz * nz));
        double spread = .25 * reach * reach;
        double lobes = SHARP * lobe(square, SHARP_WIDTH * SHARP_WIDTH + spread)
                + (1 - SHARP) * lobe(square, BLURRED_WIDTH * BLURRED_WIDTH + spread);
        return lobes / (4 * Math.max(facing, cosine));
    }

    private static double lobe(double square, double width) {
        double denominator = square * (width - 1) + 1;
        return width / (Math.PI * denominator * denominator);
    }
}
