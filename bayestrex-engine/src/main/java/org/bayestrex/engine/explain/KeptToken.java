/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

/**
 * A token of a masked text.
 *
 * @param text the token, with the space before it where there is one
 * @param gate how much of it the mask lets through, in [0, 1]: 0 replaces it, 1 leaves it as it is
 * @since 0.1
 */
public record KeptToken(String text, double gate) {

    /** Whether the mask lets any of it through. */
    public boolean isKept() {
        return gate > 0;
    }
}
