/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

/**
 * A token of a masked text.
 *
 * @param text the token, with the space before it where there is one
 * @param kept whether it is left as it is; false where it is replaced
 * @since 0.1
 */
public record KeptToken(String text, boolean kept) {}
