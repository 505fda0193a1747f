/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/**
 * How much of a lamp is seen from a point. Most objects are not in the way: those are told by one product of vectors, for it is asked for
 * each lamp, object and pixel.
 */
final class Shadows {

    /** What rounding may take off a cosine or add to a square, amply. */
    private static final double ROUNDING = 1e-9;

    private final Lamp[] lamps;
    private final Solid[] solids;
    private final double[][] bounds;

    Shadows(Lamp[] lamps, Solid[] solids) {
        this.lamps = lamps;
        this.solids = solids;
        this.bounds = new double[lamps.length][];
        for (int i = 0; i < lamps.length; i++) {
            bounds[i] = lamps[i].sun() ? columns(lamps[i], solids) : cones(lamps[i], solids);
        }
    }

    /**
     * For each object the unit vector from its middle to the lamp, and a cosine: where that with the way from a point to the lamp is
     * less, the object is further from that way than its own radius and half the lamp's width together.
     */
    private static double[] cones(Lamp lamp, Solid[] solids) {
        double[] cones = new double[4 * solids.length];
        for (int i = 0; i < solids.length; i++) {
            Solid solid = solids[i];
            Vector way = lamp.position().minus(new Vector(solid.x(), solid.y(), solid.z()));
            double sine = Math.min(1, (solid.bound() + lamp.reach()) / Math.sqrt(way.dot(way)));
            Vector unit = way.unit();
            cones[4 * i] = unit.x();
            cones[4 * i + 1] = unit.y();
            cones[4 * i + 2] = unit.z();
            cones[4 * i + 3] = Math.sqrt(1 - sine * sine) - ROUNDING;
        }
        return cones;
    }

    /**
     * For each object its middle, and a squared distance: what is further from the straight line from there to the sun has no shadow of
     * it. The point in shadow is above ground, and so the way from it to where the object is passed is no longer than this allows.
     */
    private static double[] columns(Lamp sun, Solid[] solids) {
        double[] columns = new double[4 * solids.length];
        for (int i = 0; i < solids.length; i++) {
            Solid solid = solids[i];
            double bound = solid.bound();
            double way = (solid.z() + bound) / (sun.position().z() - sun.reach());
            double radius = bound + way * sun.reach();
            columns[4 * i] = solid.x();
            columns[4 * i + 1] = solid.y();
            columns[4 * i + 2] = solid.z();
            columns[4 * i + 3] = radius * radius + ROUNDING;
        }
        return columns;
    }

    /**
     * The share of a lamp that no object hides.
     *
     * @param lamp its index
     * @param px the point; then the unit vector from there to the lamp
     * @param self the object that the point is on, which is convex and hides nothing that its normal does not; -1 for none
     */
    double visible(int lamp, double px, double py, double pz, double lx, double ly, double lz, int self) {
        double seen = 1;
        for (int i = 0; i < solids.length; i++) {
            boolean free = i == self
                    || (lamps[lamp].sun()
                            ? isBesideColumn(bounds[lamp], 4 * i, px, py, pz, lx, ly, lz)
                            : isBesideCone(bounds[lamp], 4 * i, lx, ly, lz));
            if (free) {
                continue;
            }
            seen *= past(solids[i], lamps[lamp], px, py, pz);
            if (seen < .002) {
                return 0;
            }
        }
        return seen;
    }

    private static boolean isBesideCone(double[] cones, int at, double lx, double ly, double lz) {
        return cones[at] * lx + cones[at + 1] * ly + cones[at + 2] * lz < cones[at + 3];
    }

    private static boolean isBesideColumn(
            double[] columns, int at, double px, double py, double pz, double lx, double ly, double lz) {
        double cx = columns[at] - px;
        double cy = columns[at + 1] - py;
        double cz = columns[at + 2] - pz;
        double along = cx * lx + cy * ly + cz * lz;
        return cx * cx + cy * cy + cz * cz - along * along > columns[at + 3];
    }

    /** The share that one object leaves. */
    private static double past(Solid solid, Lamp lamp, double px, double py, double pz) {
        Vector at = lamp.position();
        double lx = lamp.sun() ? at.x() : at.x() - px;
        double ly = lamp.sun() ? at.y() : at.y() - py;
        double lz = lamp.sun() ? at.z() : at.z() - pz;
        double square = lx * lx + ly * ly + lz * lz;
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
            return 1;
        }
        return solid instanceof SphereSolid
                ? beside(Math.sqrt(Math.max(0, away)), bound, wide)
                : sampled(lamp, solid, px, py, pz, lx, ly, lz);
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
