/* SPDX-License-Identifier: Apache-2.0 */

/** Model checks to copy: what a digit classifier is confident about, on two generators of digits. */
@NullMarked
package org.bayestrex.examples;

import org.jspecify.annotations.NullMarked;
