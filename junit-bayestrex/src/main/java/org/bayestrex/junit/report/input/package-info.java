/* SPDX-License-Identifier: Apache-2.0 */
/** How inputs look to a reader: as pictures, values, sentences or scenes, with what the model says of them. */
@NullMarked
package org.bayestrex.junit.report.input;

import org.jspecify.annotations.NullMarked;
