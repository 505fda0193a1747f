/* SPDX-License-Identifier: Apache-2.0 */
/** Why: what a finding looks like beside the data that the models were trained on. */
@NullMarked
package org.bayestrex.engine.explain;

import org.jspecify.annotations.NullMarked;
