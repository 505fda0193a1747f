/* SPDX-License-Identifier: Apache-2.0 */
/** Which few of many draws are shown, and for how many each stands. */
@NullMarked
package org.bayestrex.junit.report.choice;

import org.jspecify.annotations.NullMarked;
