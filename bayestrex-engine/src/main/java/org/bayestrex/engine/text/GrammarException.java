/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

/**
 * A grammar that makes no sentences, or no sound ones; the message names the grammar, the template or filler, and the slot.
 *
 * @since 0.1
 */
public final class GrammarException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    GrammarException(String message) {
        super(message);
    }

    GrammarException(String message, Throwable cause) {
        super(message, cause);
    }
}
