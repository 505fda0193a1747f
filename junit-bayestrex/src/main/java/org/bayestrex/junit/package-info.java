/* SPDX-License-Identifier: Apache-2.0 */
/** Searches of the engine as JUnit tests: annotations, assertions and reports. */
@NullMarked
package org.bayestrex.junit;

import org.jspecify.annotations.NullMarked;
