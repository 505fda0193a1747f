/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Differentiable masking: which parts of an input, or of a hidden state, a model needs for what it says.
 *
 * <p>N. De Cao, M. S. Schlichtkrull, W. Aziz and I. Titov, How do decisions emerge across layers in neural models?
 * Interpretation with differentiable masking, EMNLP 2020. A model is frozen; gates between 0 and 1 are learned that replace
 * as many parts as possible by a learned baseline while the model's prediction stays what it was.
 */
@NullMarked
package org.bayestrex.engine.explain.mask;

import org.jspecify.annotations.NullMarked;
