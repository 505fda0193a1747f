/* SPDX-License-Identifier: Apache-2.0 */
/** What a generated input truly shows: by its construction, by a judge whose errors were measured, or by people. */
@NullMarked
package org.bayestrex.engine.label;

import org.jspecify.annotations.NullMarked;
