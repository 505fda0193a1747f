/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import org.bayestrex.engine.rate.Rate;

/**
 * How often two oracles label a finding differently: what one of them gets wrong, at least.
 *
 * @param one name of an oracle
 * @param other name of one that was given after it
 * @param both findings in the level set that both of them labelled, each counted once
 * @param differing those on which they differ
 * @param share of these under the data distribution within the level set
 */
public record LabelDisagreement(String one, String other, int both, int differing, Rate share) {}
