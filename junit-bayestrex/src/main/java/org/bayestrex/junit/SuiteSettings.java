/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import org.bayestrex.engine.rate.Multiplicity;
import org.bayestrex.engine.rate.SettledGate;

/**
 * How the gates of a run are judged together.
 *
 * @param correction for their number
 * @param level one-sided chance of error, in (0, .5)
 */
record SuiteSettings(Multiplicity correction, double level) {

    static SuiteSettings of(Settings settings) {
        return new SuiteSettings(settings.multiplicity(), settings.suiteLevel().orElse(SettledGate.ALPHA));
    }

    /** As the configuration parameter has it. */
    String name() {
        return Settings.nameOf(correction);
    }
}
