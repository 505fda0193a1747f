/* SPDX-License-Identifier: Apache-2.0 */
/** Charts of draws, chains and latents, each with a caption that says what a good one looks like. */
@NullMarked
package org.bayestrex.junit.report.chart;

import org.jspecify.annotations.NullMarked;
