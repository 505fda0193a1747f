/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

/** What logits may be divided by. */
final class Temperature {

    private Temperature() {}

    static double require(double temperature) {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw new IllegalArgumentException(
                    "A temperature must be a positive number, but is " + temperature + "; 1 changes nothing");
        }
        return temperature;
    }
}
