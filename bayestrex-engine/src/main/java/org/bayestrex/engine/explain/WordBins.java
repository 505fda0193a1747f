/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.Arrays;
import java.util.Locale;

/**
 * Which words are in a sentence, as numbers: what sentences are compared by. Numbers of tokens are names and no quantities, so that
 * their differences say nothing.
 *
 * @since 0.1
 */
public final class WordBins {

    /** Words fall into so many bins: enough that few share one. */
    public static final int COUNT = 512;

    private WordBins() {}

    /**
     * The bins of a sentence's words, in small letters.
     *
     * @return length {@link #COUNT}: 1 for each bin that a word falls into, 0 else
     */
    public static float[] of(String sentence) {
        float[] bins = new float[COUNT];
        Arrays.stream(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .forEach(word -> bins[Math.floorMod(word.hashCode(), COUNT)] = 1);
        return bins;
    }
}
