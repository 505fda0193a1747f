/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.model.TextPart;

/** A sentence's tokens, without padding, and what is left of it without each of them. */
final class Tokens {

    private final TextEncoding encoding;
    private final int[] tokens;

    Tokens(TextEncoding encoding, int[] tokens) {
        this.encoding = encoding;
        this.tokens = tokens;
    }

    /** All tokens but the special ones, in their order; none where nothing would be left to ask a model about. */
    List<TextPart> parts() {
        if (tokens.length < 2) {
            return List.of();
        }
        List<TextPart> parts = new ArrayList<>();
        String before = "";
        for (int i = 0; i < tokens.length; i++) {
            String read = encoding.decode(Arrays.copyOf(tokens, i + 1));
            if (!encoding.isSpecial(tokens[i])) {
                parts.add(new TextPart(added(before, read, tokens[i]), without(i)));
            }
            before = read;
        }
        return List.copyOf(parts);
    }

    /** What a token adds to what stands before it; one that changes how that is read has a word of its own. */
    private String added(String before, String read, int token) {
        return read.length() > before.length() && read.startsWith(before)
                ? read.substring(before.length())
                : " " + encoding.decode(new int[] {token}).strip();
    }

    private Tensor without(int gone) {
        float[] rest = new float[encoding.limit()];
        for (int i = 0; i < rest.length; i++) {
            int from = i < gone ? i : i + 1;
            rest[i] = from < tokens.length ? tokens[from] : encoding.padding();
        }
        return Tensor.of(rest, rest.length);
    }
}
