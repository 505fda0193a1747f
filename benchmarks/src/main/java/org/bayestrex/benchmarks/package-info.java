/* SPDX-License-Identifier: Apache-2.0 */
/** What the engine costs on real models, and what its methods gain. */
@NullMarked
package org.bayestrex.benchmarks;

import org.jspecify.annotations.NullMarked;
