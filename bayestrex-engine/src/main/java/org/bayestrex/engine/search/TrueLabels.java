/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.OptionalInt;

/**
 * Who knows the true class of a generated input: people, a generator that was told the class, a classifier to be trusted.
 *
 * <p>Called by one thread at a time, and only for draws in a level set.
 */
@FunctionalInterface
public interface TrueLabels {

    /** The true class of a draw's input, from 0; empty where it is not known. */
    OptionalInt of(Sample sample);
}
