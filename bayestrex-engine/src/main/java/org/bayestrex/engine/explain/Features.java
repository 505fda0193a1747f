/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

/**
 * By what findings are alike or not. What the model says of them is no such thing: in a level set it says nearly the same of all,
 * whatever they look like.
 */
public enum Features {
    /** The values of the inputs, pixels as a rule; of texts which words are in them. */
    INPUTS("inputs"),
    /** The latents: how the generator made them. */
    LATENTS("latents");

    private final String words;

    Features(String words) {
        this.words = words;
    }

    /** For a reader. */
    public String words() {
        return words;
    }
}
