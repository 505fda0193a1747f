/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/**
 * One object on the table.
 *
 * @param shape its shape
 * @param colour its colour
 * @param material what it is made of
 * @param size how large it is
 * @param x position of its centre, -3 to 3
 * @param y position of its centre, -3 to 3
 * @param rotation about the vertical, in radians, 0 to 2 pi; seen in cubes only
 * @since 0.1
 */
public record SceneObject(
        Shape shape, Colour colour, Material material, Size size, double x, double y, double rotation) {

    /** Positions are between minus this and this. */
    static final double REACH = 3;

    static final double TURN = 2 * Math.PI;

    /** Checks the ranges. */
    public SceneObject {
        requireWithin("x", x, -REACH, REACH);
        requireWithin("y", y, -REACH, REACH);
        requireWithin("rotation", rotation, 0, TURN);
    }

    private static void requireWithin(String name, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(
                    "An object's %s is from %s to %s, but is %s".formatted(name, lowest, highest, value));
        }
    }

    /** {@code large red rubber cube}. */
    @Override
    public String toString() {
        return "%s %s %s %s".formatted(size.word(), colour.word(), material.word(), shape.word());
    }
}
