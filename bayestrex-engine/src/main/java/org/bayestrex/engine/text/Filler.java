/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

/**
 * A text with slots in it, or none: a template of sentences, or what fills a slot. A slot stands in braces, {@code {opinion}}. One
 * that occurs twice is filled alike; for a choice of its own it is given a name, {@code {second:opinion}}.
 *
 * @param text such as {@code The {thing} was {opinion}.}
 * @param weight how probable, in proportion to the others; above 0
 * @param label which class it belongs to
 * @since 0.1
 */
public record Filler(String text, double weight, LabelRule label) {

    public Filler {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "The weight of \"%s\" must be above 0 and finite, but is %s".formatted(text, weight));
        }
    }

    /** As probable as others that are so made, without a class. */
    public static Filler of(String text) {
        return new Filler(text, 1, LabelRule.none());
    }

    /** As probable as others that are so made, with a class. */
    public static Filler of(String text, LabelRule label) {
        return new Filler(text, 1, label);
    }
}
