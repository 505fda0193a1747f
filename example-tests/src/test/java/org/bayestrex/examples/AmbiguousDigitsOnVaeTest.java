/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

@OnVae
class AmbiguousDigitsOnVaeTest extends AmbiguousDigits {}
