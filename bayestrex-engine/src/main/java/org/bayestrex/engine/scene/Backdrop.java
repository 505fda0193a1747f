/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/**
 * The ground of CLEVR's base scene: a plane that bends up into a wall far behind the objects. A section of it along the direction
 * to the wall is a line of few pieces.
 */
final class Backdrop {

    /** The direction to the wall. */
    static final double ALONG_X = -.90321;

    static final double ALONG_Y = .4292;

    /** Share of light that comes back: Blender's surface without a material. */
    static final double ALBEDO = .8;

    /** Distance along that direction, and height there. */
    private static final double[] SECTION = {
        4, 0, 7.5, .1, 9.45, .24, 11.35, .5, 12.4, .76, 13.64, 1.33, 14.6, 2.17, 15.35, 3.36, 15.93, 4.99, 16.55, 7.99,
        17.2, 12.18, 18.1, 23.2
    };

    private Backdrop() {}

    /** How far towards the wall a point is, from the origin. */
    static double along(double px, double py) {
        return ALONG_X * px + ALONG_Y * py;
    }

    /** Where a ray meets it: t above 0, or {@link Solid#MISS}. */
    static double entry(double ox, double oy, double oz, double dx, double dy, double dz) {
        double o = ALONG_X * ox + ALONG_Y * oy;
        double d = ALONG_X * dx + ALONG_Y * dy;
        double flat = dz < 0 ? -oz / dz : Solid.MISS;
        if (d <= 0 || o + flat * d <= SECTION[0]) {
            return flat;
        }
        for (int i = 0; i + 3 < SECTION.length; i += 2) {
            double t = crossing(i, o, oz, d, dz);
            double at = o + t * d;
            if (t > 0 && at >= SECTION[i] && at <= SECTION[i + 2]) {
                return t;
            }
        }
        return Solid.MISS;
    }

    private static double crossing(int i, double o, double oz, double d, double dz) {
        double run = SECTION[i + 2] - SECTION[i];
        double rise = SECTION[i + 3] - SECTION[i + 1];
        return (rise * (o - SECTION[i]) - run * (oz - SECTION[i + 1])) / (run * dz - rise * d);
    }

    /** Its normal, smooth from piece to piece. */
    static void normal(double px, double py, double[] normal) {
        double at = along(px, py);
        double slope = 0;
        if (at > SECTION[0]) {
            int i = 0;
            while (i + 5 < SECTION.length && at > SECTION[i + 2]) {
                i += 2;
            }
            double share = Math.min(1, (at - SECTION[i]) / (SECTION[i + 2] - SECTION[i]));
            slope = (1 - share) * slopeAt(i) + share * slopeAt(i + 2);
        }
        double length = Math.sqrt(1 + slope * slope);
        normal[0] = -slope * ALONG_X / length;
        normal[1] = -slope * ALONG_Y / length;
        normal[2] = 1 / length;
    }

    private static double slopeAt(int i) {
        int before = Math.max(0, i - 2);
        int after = Math.min(SECTION.length - 2, i + 2);
        return i == 0 ? 0 : (SECTION[after + 1] - SECTION[before + 1]) / (SECTION[after] - SECTION[before]);
    }
}
