/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.OptionalInt;

/**
 * The one invocation to run, of those that a method runs in turn; empty for all of them.
 *
 * @param cls of those that differ by class
 * @param step of those that are steps on a way
 */
record Only(OptionalInt cls, OptionalInt step) {

    static Only of(Settings settings) {
        return new Only(number(settings, Settings.CLASS), number(settings, Settings.STEP));
    }

    private static OptionalInt number(Settings settings, String parameter) {
        return settings.integer(parameter).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
