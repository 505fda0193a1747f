/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

/** A baseline is not there, cannot be used or cannot be written; the message says what to do. */
public final class BaselineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BaselineException(String message) {
        super(message);
    }

    public BaselineException(String message, Throwable cause) {
        super(message, cause);
    }
}
