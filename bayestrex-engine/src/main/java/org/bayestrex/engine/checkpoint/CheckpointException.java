/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

/** A checkpoint cannot be used: its directory cannot be written, or another search is using it. */
public class CheckpointException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
