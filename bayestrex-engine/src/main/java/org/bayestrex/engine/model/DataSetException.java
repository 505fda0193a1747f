/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

/** A data set cannot be used: a file is missing, damaged, of another format, or does not fit its labels. */
public class DataSetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DataSetException(String message) {
        super(message);
    }

    public DataSetException(String message, Throwable cause) {
        super(message, cause);
    }
}
