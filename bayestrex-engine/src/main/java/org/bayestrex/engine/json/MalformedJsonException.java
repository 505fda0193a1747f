/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.json;

/** A file is not what it is taken for; the message says why, and whoever knows the file adds its name. */
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public MalformedJsonException(String message) {
        super(message);
    }
}
