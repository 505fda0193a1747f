/* SPDX-License-Identifier: Apache-2.0 */
/** Inputs as pictures, maps of them, and the colours of all that is drawn. */
@NullMarked
package org.bayestrex.junit.report.picture;

import org.jspecify.annotations.NullMarked;
