/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

/** By what findings are alike or not. */
public enum Features {
    /** The values of the inputs, pixels as a rule. */
    INPUTS("inputs"),
    /** The latents: how the generator made them. */
    LATENTS("latents"),
    /** The log-probabilities that the model gives the classes: what else it sees in them. */
    PREDICTIONS("predictions");

    private final String words;

    Features(String words) {
        this.words = words;
    }

    /** For a reader. */
    public String words() {
        return words;
    }
}
