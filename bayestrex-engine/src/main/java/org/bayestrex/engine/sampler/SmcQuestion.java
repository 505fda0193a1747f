/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/** A particle of an island that waits for the density at a point. */
record SmcQuestion(SmcIsland island, SmcWalker walker) {

    double[] position() {
        return walker.position();
    }
}
