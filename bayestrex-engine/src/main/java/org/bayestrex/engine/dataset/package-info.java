/* SPDX-License-Identifier: Apache-2.0 */
/** The same questions asked of real inputs, and what those cannot show that a search does. */
@NullMarked
package org.bayestrex.engine.dataset;

import org.jspecify.annotations.NullMarked;
