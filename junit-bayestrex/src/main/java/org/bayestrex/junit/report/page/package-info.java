/* SPDX-License-Identifier: Apache-2.0 */
/** Pages, tables, words and pictures in the report's one style: HTML without scripts, nothing fetched. */
@NullMarked
package org.bayestrex.junit.report.page;

import org.jspecify.annotations.NullMarked;
