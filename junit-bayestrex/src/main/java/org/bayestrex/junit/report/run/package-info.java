/* SPDX-License-Identifier: Apache-2.0 */
/** What a reviewer sees of a whole run: one page of all its tests, their history, and what goes into other reports. */
@NullMarked
package org.bayestrex.junit.report.run;

import org.jspecify.annotations.NullMarked;
