/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

/** A corpus cannot be read or written, or what is asked for is not in it; the message says what to do. */
public final class CorpusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CorpusException(String message) {
        super(message);
    }

    public CorpusException(String message, Throwable cause) {
        super(message, cause);
    }
}
