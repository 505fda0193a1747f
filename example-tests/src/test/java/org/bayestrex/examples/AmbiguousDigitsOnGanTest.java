/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

@OnGan
class AmbiguousDigitsOnGanTest extends AmbiguousDigits {}
