/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A sentence of a grammar.
 *
 * @param text as people read it
 * @param label the class that it belongs to by construction; empty where the grammar does not say
 * @param template which template, from 0
 * @param choices which filler stands in each place, from 0; a place within a filler is named after both, {@code clause/opinion}
 * @since 0.1
 */
public record Sentence(String text, OptionalInt label, int template, Map<String, Integer> choices) {

    /** Copies the choices, in their order. */
    public Sentence {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }
}
