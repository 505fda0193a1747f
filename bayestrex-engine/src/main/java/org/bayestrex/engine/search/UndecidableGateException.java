/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import org.bayestrex.engine.rate.Gate;

/** Says before the first draw that a gate could not pass, whatever is drawn, and what would change that. */
public final class UndecidableGateException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Gate gate;

    UndecidableGateException(Gate gate, String message) {
        super(message);
        this.gate = gate;
    }

    /** The gate. */
    public Gate gate() {
        return gate;
    }
}
