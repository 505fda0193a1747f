/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.text.GrammarJson;
import org.bayestrex.engine.text.TextDistribution;
import org.bayestrex.engine.text.TextEncoding;

/** An encoding for tests, each word a token, and a model that looks for one word. */
public final class Words implements TextEncoding {

    private static final List<String> KNOWN =
            List.of("[padding]", "the", "film", "<b>plot</b>", "was", "not", "dull", "fine");

    @Override
    public int[] encode(String sentence) {
        return Arrays.stream(sentence.split(" ", -1)).mapToInt(KNOWN::indexOf).toArray();
    }

    @Override
    public String decode(int[] tokens) {
        return Arrays.stream(tokens).mapToObj(KNOWN::get).collect(Collectors.joining(" "));
    }

    @Override
    public int limit() {
        return 6;
    }

    /** The sentences of remarks.json. */
    public static TextDistribution remarks() {
        try (InputStream grammar = Words.class.getResourceAsStream("/remarks.json")) {
            String json = new String(grammar.readAllBytes(), StandardCharsets.UTF_8);
            return new TextDistribution(GrammarJson.read(json), new Words());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Positive where it reads "fine", whatever else there is. */
    public static Classifier looksForFine(String... labels) {
        return Classifier.of("looks for fine", List.of(labels), inputs -> {
            int rows = inputs.shape()[0];
            int width = inputs.size() / rows;
            if (width != 6) {
                throw new IllegalArgumentException("sentences of 6 tokens are expected");
            }
            float[] logits = new float[2 * rows];
            for (int i = 0; i < inputs.size(); i++) {
                if (isFine(inputs.get(i))) {
                    logits[2 * (i / width) + 1] = 8;
                }
            }
            for (int row = 0; row < rows; row++) {
                logits[2 * row] = 4;
            }
            return Tensor.of(logits, rows, 2);
        });
    }

    /** The same model, which says in addition what it reads at each position: 8 at "fine". */
    public static Classifier showsItsStates(String... labels) {
        return new FineReader(looksForFine(labels));
    }

    static boolean isFine(float token) {
        return token == KNOWN.indexOf("fine");
    }
}
