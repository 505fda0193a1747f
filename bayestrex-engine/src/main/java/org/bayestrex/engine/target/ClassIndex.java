/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

/** The check that a target's class exists in the model. */
final class ClassIndex {

    private ClassIndex() {}

    static void require(String target, String attribute, int value, int classes) {
        if (value < 0 || value >= classes) {
            throw new IllegalArgumentException("%s: %s is %d, but the model has the classes 0 to %d"
                    .formatted(target, attribute, value, classes - 1));
        }
    }
}
