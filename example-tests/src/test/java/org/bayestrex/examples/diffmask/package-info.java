/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Differentiable masking (De Cao et al., EMNLP 2020) on models of which it is known, or can be measured, what they need: the
 * paper's toy task, and the digit classifier. {@code DiffMaskTables} prints the tables of docs/diffmask.md.
 */
package org.bayestrex.examples.diffmask;
