/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.time.Duration;

/**
 * How far a search is.
 *
 * @param search what is searched for: the target, the models
 * @param phase what it is doing
 * @param done units of the phase that are done: draws in the pilot, iterations of all chains else
 * @param total units of the phase
 * @param elapsed time since the search began
 */
public record Progress(String search, Phase phase, long done, long total, Duration elapsed) {

    /** The phases of a search, in order. */
    public enum Phase {
        PILOT,
        ADAPTATION,
        WEIGHTED_DRAWS,
        WARM_UP,
        SAMPLING,
        SUMMARY
    }
}
