/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

/**
 * A part of a text that can be taken away by itself: a token, as a model reads it.
 *
 * @param text as people read it, with the space before it where there is one: the parts one after the other make up the text
 * @param without the input when this part is gone and the rest has moved together, without the batch extent
 * @since 0.1
 */
public record TextPart(String text, Tensor without) {}
