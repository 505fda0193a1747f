/* SPDX-License-Identifier: Apache-2.0 */
/** The search for inputs on which a classifier is confidently wrong or ambiguous. */
@NullMarked
package org.bayestrex.engine;

import org.jspecify.annotations.NullMarked;
