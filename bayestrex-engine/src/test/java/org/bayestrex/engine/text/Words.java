/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An encoding for tests: each word is a token, numbered as it comes; 0 is padding. */
public final class Words implements TextEncoding {

    private final int limit;
    private final List<String> known = new ArrayList<>(List.of("[padding]"));

    /** @param first words that are known before any sentence is, from 1 on */
    public Words(int limit, String... first) {
        this.limit = limit;
        known.addAll(List.of(first));
    }

    @Override
    public int[] encode(String sentence) {
        return Arrays.stream(sentence.split(" ", -1)).mapToInt(this::number).toArray();
    }

    int number(String word) {
        if (!known.contains(word)) {
            known.add(word);
        }
        return known.indexOf(word);
    }

    @Override
    public String decode(int[] tokens) {
        return Arrays.stream(tokens).mapToObj(known::get).collect(Collectors.joining(" "));
    }

    @Override
    public int limit() {
        return limit;
    }
}
