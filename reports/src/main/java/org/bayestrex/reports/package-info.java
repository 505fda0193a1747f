/* SPDX-License-Identifier: Apache-2.0 */
/** What the build prints and checks besides the tests; not published. */
@NullMarked
package org.bayestrex.reports;

import org.jspecify.annotations.NullMarked;
