/* SPDX-License-Identifier: Apache-2.0 */
/** JMH benchmarks of the engine's parts, without a network. */
@NullMarked
package org.bayestrex.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
