/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

/**
 * Which class a filled text belongs to, by its construction.
 *
 * @since 0.1
 */
public sealed interface LabelRule {

    /** It has no class: "film", "the service". */
    record None() implements LabelRule {}

    /**
     * Always the same one: "good" is positive.
     *
     * @param cls from 0
     */
    record Always(int cls) implements LabelRule {}

    /**
     * That of what fills one of its slots: "The film was {opinion}."
     *
     * @param place the slot, or the name it is given there
     */
    record As(String place) implements LabelRule {}

    /**
     * The other one of two classes: "The film was not {opinion}."
     *
     * @param place the slot, or the name it is given there
     */
    record Not(String place) implements LabelRule {}

    /** No class. */
    static LabelRule none() {
        return new None();
    }

    /** Always the same class, from 0. */
    static LabelRule always(int cls) {
        return new Always(cls);
    }

    /** The class of what fills a slot. */
    static LabelRule as(String place) {
        return new As(place);
    }

    /** The other one of two classes. */
    static LabelRule not(String place) {
        return new Not(place);
    }
}
