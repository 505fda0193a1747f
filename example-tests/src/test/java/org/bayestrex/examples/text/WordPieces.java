/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.text.TextEncoding;

/** Sentences as the model reads them: numbers of pieces of words, between a first piece [CLS] and a last one [SEP]. */
public final class WordPieces implements TextEncoding {

    /** Of [PAD], which stands where a sentence is shorter than others of its batch. */
    static final int PADDING = 0;

    /** Most pieces that the sentence model was trained on. */
    static final int LONGEST = 128;

    private final HuggingFaceTokenizer tokenizer;

    /** With the vocabulary of all-MiniLM-L6-v2. */
    public WordPieces() {
        try (InputStream vocabulary = WordPieces.class.getResourceAsStream("/all-minilm-l6-v2-tokenizer.json")) {
            tokenizer = HuggingFaceTokenizer.newInstance(vocabulary, Map.of("padding", "false", "truncation", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers of the pieces of a sentence. */
    long[] of(String sentence) {
        return tokenizer.encode(sentence).getIds();
    }

    /** The pieces themselves; one that continues a word begins with ##. */
    List<String> pieces(String sentence) {
        return List.of(tokenizer.encode(sentence).getTokens());
    }

    /**
     * A batch, as long as its longest sentence. Of a sentence with more than {@link #LONGEST} pieces the rest is left out.
     *
     * @return [sentences, pieces]
     */
    Tensor batch(List<String> sentences) {
        List<long[]> rows =
                sentences.stream().map(this::of).map(WordPieces::cut).toList();
        int longest = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
        float[] ids = new float[rows.size() * longest];
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < rows.get(row).length; i++) {
                ids[row * longest + i] = rows.get(row)[i];
            }
        }
        return Tensor.of(ids, rows.size(), longest);
    }

    /** The same batch without its last columns, as far as no sentence reaches there: they cost time and change nothing. */
    static Tensor withoutCommonPadding(Tensor ids) {
        int rows = ids.shape()[0];
        int columns = ids.shape()[1];
        int last = columns;
        while (last > 1 && empty(ids, rows, columns, last - 1)) {
            last--;
        }
        return first(ids, last);
    }

    /** The same batch without what comes after as many pieces of each sentence. */
    static Tensor first(Tensor ids, int pieces) {
        int rows = ids.shape()[0];
        int columns = ids.shape()[1];
        float[] kept = new float[rows * pieces];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = ids.get(i / pieces * columns + i % pieces);
        }
        return Tensor.of(kept, rows, pieces);
    }

    private static boolean empty(Tensor ids, int rows, int columns, int column) {
        for (int row = 0; row < rows; row++) {
            if (ids.get(row * columns + column) != PADDING) {
                return false;
            }
        }
        return true;
    }

    private static long[] cut(long[] ids) {
        if (ids.length <= LONGEST) {
            return ids;
        }
        long[] kept = Arrays.copyOf(ids, LONGEST);
        kept[LONGEST - 1] = ids[ids.length - 1];
        return kept;
    }

    @Override
    public int[] encode(String sentence) {
        return Arrays.stream(of(sentence)).mapToInt(Math::toIntExact).toArray();
    }

    /** In small letters, which are all that the model reads. */
    @Override
    public String decode(int[] tokens) {
        return tokenizer.decode(Arrays.stream(tokens).asLongStream().toArray(), true);
    }

    @Override
    public int padding() {
        return PADDING;
    }

    @Override
    public int limit() {
        return LONGEST;
    }

    @Override
    public String fingerprint() {
        return "pieces of words of all-MiniLM-L6-v2";
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
