/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

/** Placeholder shape until the rate package lands: one gated claim. */
public record Check(String claim, Rate rate, double low, double high, Verdict verdict, String advice) {}
