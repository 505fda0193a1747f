/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/**
 * A lamp of CLEVR's base scene: three squares that face the origin, and a sun.
 *
 * @param position where it is; of the sun, the direction towards it
 * @param facing the unit vector in which it shines
 * @param samples offsets of points on it, one every three numbers, for soft shadows
 * @param reach its half width
 * @param sun whether it is infinitely far
 * @param red its power: the light on a surface is this times both cosines by the square of the distance; of the sun times the
 *     surface's cosine only
 * @param green of its power
 * @param blue of its power
 */
record Lamp(
        Vector position,
        Vector facing,
        double[] samples,
        double reach,
        boolean sun,
        double red,
        double green,
        double blue) {

    private static final Vector KEY = new Vector(6.44671, -2.90517, 4.2584);
    private static final Vector FILL = new Vector(-4.67112, -4.0136, 3.01122);
    private static final Vector BACK = new Vector(-1.1685, 2.64602, 5.81574);
    private static final Vector SUN = new Vector(.4145, -.19458, .88901);

    /** Tangent of half the sun's width, 11.4 degrees. */
    private static final double SUN_REACH = .0997;

    private static final double SUN_POWER = .45;

    /** Watts to power, for a square as Blender has it. */
    private static final double WATT = .25;

    /** A rotated grid on a square from -1 to 1: no two share a row or a column. */
    private static final double[] GRID = {-.75, -.25, .25, -.75, .75, .25, -.25, .75};

    /** Twice as many on a disc, for what is soft enough to show single steps. */
    private static final double[] DISC = {-.35, 0, .35, 0, 0, -.6, 0, .6, -.75, -.45, .75, -.45, -.75, .45, .75, .45};

    static Lamp[] of(Jitter jitter) {
        return new Lamp[] {
            square(jitter.key().from(KEY), .25, 100 * WATT, 1, .93231, .81666),
            square(jitter.fill().from(FILL), .25, 30 * WATT, .76167, .81772, 1),
            square(jitter.back().from(BACK), .5, 50 * WATT, 1, 1, 1),
            new Lamp(
                    SUN, SUN.times(-1), samples(SUN, SUN_REACH, DISC), SUN_REACH, true, SUN_POWER, SUN_POWER, SUN_POWER)
        };
    }

    private static Lamp square(Vector position, double reach, double power, double red, double green, double blue) {
        return new Lamp(
                position,
                position.times(-1).unit(),
                samples(position, reach, GRID),
                reach,
                false,
                power * red,
                power * green,
                power * blue);
    }

    private static double[] samples(Vector towards, double reach, double[] pattern) {
        Vector across = new Vector(-towards.y(), towards.x(), 0).unit();
        Vector up = towards.unit().cross(across);
        double[] samples = new double[pattern.length / 2 * 3];
        for (int k = 0; k < pattern.length / 2; k++) {
            Vector offset = across.times(reach * pattern[2 * k]);
            Vector other = up.times(reach * pattern[2 * k + 1]);
            samples[3 * k] = offset.x() + other.x();
            samples[3 * k + 1] = offset.y() + other.y();
            samples[3 * k + 2] = offset.z() + other.z();
        }
        return samples;
    }
}
