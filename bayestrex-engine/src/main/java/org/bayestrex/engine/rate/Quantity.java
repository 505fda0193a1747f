/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

/** What a limit can be set to before a search. */
public enum Quantity {
    /** How often an input of the data distribution is predicted wrongly with the target's confidence. */
    FAILURE_RATE("failure rate"),
    /** How often an input of the data distribution lies in the level set. */
    LEVEL_SET_MASS("level-set mass"),
    /** How often a prediction in the level set is wrong. */
    WRONG_LABEL_SHARE("share of wrong labels");

    private final String words;

    Quantity(String words) {
        this.words = words;
    }

    /** As a claim names it. */
    public String words() {
        return words;
    }
}
