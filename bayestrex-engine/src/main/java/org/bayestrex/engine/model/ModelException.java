/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

/** A model cannot be used: it is missing, of the wrong shape, without a gradient, or it threw. */
public class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
