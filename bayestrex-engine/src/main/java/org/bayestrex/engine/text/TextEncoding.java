/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

/**
 * How a model reads a sentence: as numbers of tokens. The engine has no tokenizer of its own; a class that implements this says
 * what the model under test wants.
 *
 * <p>Implementations need not be safe for threads, and give the same numbers for the same sentence.
 *
 * @since 0.1
 */
public interface TextEncoding extends AutoCloseable {

    /**
     * Numbers of a sentence's tokens, special ones that the model wants included, padding not.
     *
     * @return each from 0 to 2^24, so that a float holds it
     */
    int[] encode(String sentence);

    /**
     * A sentence as people read it, from its tokens: what the model saw, up to spaces and letters that the encoding does not tell
     * apart.
     *
     * @param tokens without padding
     */
    String decode(int[] tokens);

    /**
     * Whether a token is of the model and not of the sentence, as [CLS] and [SEP] are: it stays when words are taken away. By
     * default one that is read as nothing.
     */
    default boolean isSpecial(int token) {
        return decode(new int[] {token}).isBlank();
    }

    /** The number that stands where a sentence is shorter than others; no token of a sentence has it. */
    default int padding() {
        return 0;
    }

    /** Most tokens that the model takes: every input is as long, filled up with {@linkplain #padding padding}. */
    int limit();

    /** What the numbers depend on, such as the name of a vocabulary; see {@code DataDistribution.fingerprint()}. */
    default String fingerprint() {
        return "";
    }

    @Override
    default void close() {
        // nothing is held, as a rule
    }
}
