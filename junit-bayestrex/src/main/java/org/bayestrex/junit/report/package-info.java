/* SPDX-License-Identifier: Apache-2.0 */
/** What a reviewer sees of a search test: pictures, charts and numbers, and where they go. */
@NullMarked
package org.bayestrex.junit.report;

import org.jspecify.annotations.NullMarked;
