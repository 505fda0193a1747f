/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import org.bayestrex.engine.model.Tensor;

/**
 * An input and the class that a prediction claims for it. The class is fixed: whatever an explanation does to the input, it
 * goes on asking about this one.
 *
 * @param input without the batch extent, for images [channels, height, width]
 * @param cls the class, from 0
 */
public record Claim(Tensor input, int cls) {}
