/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

/**
 * What a search says of a limit that was known before it.
 *
 * @param gate the limit
 * @param check the claim with evidence, verdict and advice; its interval has the level of the look that ended the search
 * @param passes one-sided p-value of the hypothesis that the limit is <em>not</em> kept: small speaks for PASS
 * @param fails one-sided p-value of the hypothesis that it <em>is</em> kept: small speaks for FAIL
 */
public record SettledGate(Gate gate, Check check, double passes, double fails) {

    /** The one-sided chance of error of an uncorrected verdict: each end of an interval at the default level. */
    public static final double ALPHA = (1 - Rate.DEFAULT_LEVEL) / 2;

    public SettledGate {
        if (!(passes >= 0 && passes <= 1 && fails >= 0 && fails <= 1)) {
            throw new IllegalArgumentException("p-values lie in [0, 1], but are " + passes + " and " + fails);
        }
    }

    /** The verdict of this gate alone. */
    public Verdict verdict() {
        return check.verdict();
    }
}
