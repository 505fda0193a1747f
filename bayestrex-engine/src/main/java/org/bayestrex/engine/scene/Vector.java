/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/** A point or a direction; for what is computed once a scene, not once a pixel. */
record Vector(double x, double y, double z) {

    Vector minus(Vector other) {
        return new Vector(x - other.x, y - other.y, z - other.z);
    }

    Vector times(double factor) {
        return new Vector(factor * x, factor * y, factor * z);
    }

    double dot(Vector other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vector cross(Vector other) {
        return new Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    Vector unit() {
        return times(1 / Math.sqrt(dot(this)));
    }
}
