/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

/**
 * What a model says of a text when one token is gone.
 *
 * @param text the token, with the space before it where there is one
 * @param confidence in the class, without the token, in [0, 1]
 * @param drop by how much the class's log-odds are lower without it: above 0 where it speaks for the class
 * @since 0.1
 */
public record RemovedToken(String text, double confidence, double drop) {}
