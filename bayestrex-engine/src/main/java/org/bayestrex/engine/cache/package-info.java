/* SPDX-License-Identifier: Apache-2.0 */
/** Files of a cache: whole or not there, whoever writes, reads or is killed at the same time. */
@NullMarked
package org.bayestrex.engine.cache;

import org.jspecify.annotations.NullMarked;
