/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

/** What the evidence says of a limit. Only {@link #PASS} lets a release go on. */
public enum Verdict {
    /** The whole interval is on the right side of the limit. */
    PASS,
    /** The whole interval is on the wrong side of the limit. */
    FAIL,
    /** The interval straddles the limit, the chains have not converged, or there is too little evidence. */
    INCONCLUSIVE
}
