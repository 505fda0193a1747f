/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/**
 * How far something stands from where it usually does.
 *
 * @param x along x
 * @param y along y
 * @param z upwards
 * @since 0.1
 */
public record Offset(double x, double y, double z) {

    /** Not moved. */
    public static final Offset NONE = new Offset(0, 0, 0);

    Vector from(Vector usual) {
        return new Vector(usual.x() + x, usual.y() + y, usual.z() + z);
    }
}
