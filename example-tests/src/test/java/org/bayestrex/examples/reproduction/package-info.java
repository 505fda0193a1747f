/* SPDX-License-Identifier: Apache-2.0 */

/** Every number of the Bayes-TrEx paper on MNIST and Fashion-MNIST, measured again; see {@code Reproduction}. */
@NullMarked
package org.bayestrex.examples.reproduction;

import org.jspecify.annotations.NullMarked;
