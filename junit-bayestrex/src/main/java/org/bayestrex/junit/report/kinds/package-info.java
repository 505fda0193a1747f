/* SPDX-License-Identifier: Apache-2.0 */
/** Findings as a few kinds, each explained: maps, words, and the smallest change. */
@NullMarked
package org.bayestrex.junit.report.kinds;

import org.jspecify.annotations.NullMarked;
