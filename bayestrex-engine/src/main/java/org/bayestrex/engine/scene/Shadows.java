/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/** How much of a lamp is seen from a point. */
final class Shadows {

    private final Solid[] solids;

    Shadows(Solid[] solids) {
        this.solids = solids;
    }

    /**
     * The share of a lamp that no object hides.
     *
     * @param self the object that the point is on, which is convex and hides nothing that its normal does not; -1 for none
     */
    double visible(Lamp lamp, double px, double py, double pz, int self) {
        Vector at = lamp.position();
        double lx = lamp.sun() ? at.x() : at.x() - px;
        double ly = lamp.sun() ? at.y() : at.y() - py;
        double lz = lamp.sun() ? at.z() : at.z() - pz;
        double square = lx * lx + ly * ly + lz * lz;
        double seen = 1;
        for (int i = 0; i < solids.length; i++) {
            if (i == self) {
                continue;
            }
            Solid solid = solids[i];
            double cx = solid.x() - px;
            double cy = solid.y() - py;
            double cz = solid.z() - pz;
            // In units of the way to the lamp: the object's middle is passed at b, a lamp's half width is wide there by
            // b * reach.
            double b = (cx * lx + cy * ly + cz * lz) / square;
            double bound = solid.bound();
            double wide = Math.max(b, 0) * lamp.reach();
            double away = cx * cx + cy * cy + cz * cz - b * b * square;
            boolean behind = b < 0 && cx * cx + cy * cy + cz * cz > bound * bound;
            if (behind || away > (bound + wide) * (bound + wide)) {
                continue;
            }
            seen *= solid instanceof SphereSolid
                    ? beside(Math.sqrt(Math.max(0, away)), bound, wide)
                    : sampled(lamp, solid, px, py, pz, lx, ly, lz);
            if (seen < .002) {
                return 0;
            }
        }
        return seen;
    }

    /** A sphere before a disc: as if its edge were straight. */
    private static double beside(double away, double radius, double wide) {
        if (wide == 0) {
            return away < radius ? 0 : 1;
        }
        double x = Math.max(-1, Math.min(1, (away - radius) / wide));
        double straight = .5 + x * (.75 - .25 * x * x);
        double largest = radius < wide ? 1 - radius * radius / (wide * wide) : 0;
        return Math.max(straight, largest);
    }

    private static double sampled(
            Lamp lamp, Solid solid, double px, double py, double pz, double lx, double ly, double lz) {
        double[] samples = lamp.samples();
        int free = 0;
        for (int k = 0; k < samples.length; k += 3) {
            if (solid.entry(px, py, pz, lx + samples[k], ly + samples[k + 1], lz + samples[k + 2]) == Solid.MISS) {
                free++;
            }
        }
        return free * 3. / samples.length;
    }
}
