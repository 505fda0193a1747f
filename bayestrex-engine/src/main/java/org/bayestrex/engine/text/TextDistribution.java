/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bayestrex.engine.file.Sha256;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.PriorMove;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.model.TextPart;

/**
 * Sentences of a grammar as a data distribution: inputs are numbers of tokens as floats, [batch, limit of the encoding], the rest of
 * a sentence filled up with padding. The grammar says which class a sentence belongs to. There is no gradient; {@link #moves()} change
 * a word, the template, or all.
 *
 * <pre>{@code
 * TextDistribution remarks = new TextDistribution(GrammarJson.read(Path.of("remarks.json")), new WordPieces());
 * Findings findings = Search.of(sentiment, remarks.without(1)).target(HighConfidence.of(1)).run();
 * }</pre>
 *
 * @since 0.1
 */
public final class TextDistribution implements DataDistribution {

    private final TextGrammar grammar;
    private final TextEncoding encoding;
    private final Set<Integer> without;
    private final String fingerprint;

    /**
     * All sentences of a grammar.
     *
     * @throws GrammarException when its longest sentence has more tokens than the encoding's limit
     */
    public TextDistribution(TextGrammar grammar, TextEncoding encoding) {
        this(grammar, encoding, Set.of());
        tokens(grammar.longest(text -> encoding.encode(text).length));
    }

    private TextDistribution(TextGrammar grammar, TextEncoding encoding, Set<Integer> without) {
        this.grammar = grammar;
        this.encoding = encoding;
        this.without = without;
        this.fingerprint = "text grammar " + Sha256.of(GrammarJson.write(grammar)) + ", " + encoding.fingerprint()
                + ", limit " + encoding.limit() + (without.isEmpty() ? "" : ", without " + without);
    }

    /**
     * The same sentences but for those of one class: the prior is that given another label. Closing either closes both.
     *
     * @throws GrammarException when no sentence would be left, or the grammar has no such class
     */
    public TextDistribution without(int cls) {
        Set<Integer> excluded = new TreeSet<>(without);
        excluded.add(cls);
        if (cls < 0 || cls >= grammar.classes().size()) {
            throw new GrammarException("The grammar %s has the classes %s, and no class %d to be left out"
                    .formatted(name(), grammar.classes(), cls));
        }
        if (excluded.containsAll(grammar.labels())) {
            throw new GrammarException(
                    "The grammar %s makes no sentence that is not \"%s\"; give it templates or fillers of another class"
                            .formatted(name(), grammar.classes().get(cls)));
        }
        return new TextDistribution(grammar, encoding, Set.copyOf(excluded));
    }

    /** What the sentences are made by. */
    public TextGrammar grammar() {
        return grammar;
    }

    /** The sentence of a latent point, admitted or not. */
    public Sentence sentence(double[] latent) {
        return grammar.sentence(latent);
    }

    /** A latent point of a sentence. */
    public double[] latent(Sentence sentence) {
        return grammar.latent(sentence);
    }

    /**
     * A sentence as the model is given it.
     *
     * @return [limit of the encoding]
     * @throws GrammarException when it has more tokens than that
     */
    public Tensor tokens(String sentence) {
        float[] padded = new float[encoding.limit()];
        put(sentence, padded, 0);
        return Tensor.of(padded, padded.length);
    }

    private void put(String sentence, float[] inputs, int at) {
        int[] tokens = encoding.encode(sentence);
        if (tokens.length > encoding.limit()) {
            throw new GrammarException(
                    ("The grammar %s makes a sentence of %d tokens, but the model takes %d: \"%s\". Shorten the "
                                    + "template or its fillers, or raise limit() of the encoding where the model takes more.")
                            .formatted(name(), tokens.length, encoding.limit(), sentence));
        }
        for (int i = 0; i < encoding.limit(); i++) {
            inputs[at + i] = i < tokens.length ? tokens[i] : encoding.padding();
        }
    }

    @Override
    public String name() {
        return grammar.name();
    }

    @Override
    public int latentSize() {
        return grammar.latentSize();
    }

    @Override
    public Tensor generate(Tensor latents) {
        int rows = latents.shape()[0];
        float[] inputs = new float[rows * encoding.limit()];
        for (int row = 0; row < rows; row++) {
            put(grammar.sentence(latent(latents.row(row))).text(), inputs, row * encoding.limit());
        }
        return Tensor.of(inputs, rows, encoding.limit());
    }

    private static double[] latent(Tensor row) {
        return IntStream.range(0, row.size()).mapToDouble(row::get).toArray();
    }

    @Override
    public Set<Integer> excludedClasses() {
        Set<Integer> absent = new TreeSet<>(without);
        IntStream.range(0, grammar.classes().size())
                .filter(cls -> !grammar.labels().contains(cls))
                .forEach(absent::add);
        return Set.copyOf(absent);
    }

    @Override
    public OptionalInt labelOf(double[] latent) {
        return grammar.labelOf(latent);
    }

    @Override
    public boolean admits(double[] latent) {
        return without.isEmpty() || !without.contains(grammar.labelOf(latent).orElseThrow());
    }

    @Override
    public Optional<String> textOf(Tensor input) {
        return Optional.of(encoding.decode(tokensOf(input)));
    }

    @Override
    public List<TextPart> partsOf(Tensor input) {
        return new Tokens(encoding, tokensOf(input)).parts();
    }

    private int[] tokensOf(Tensor input) {
        return IntStream.range(0, input.size())
                .map(i -> (int) input.get(i))
                .filter(token -> token != encoding.padding())
                .toArray();
    }

    @Override
    public List<PriorMove> moves() {
        return new GrammarMoves(grammar).all();
    }

    @Override
    public List<String> summaryNames() {
        return new GrammarSummaries(grammar).names();
    }

    @Override
    public double[] summaries(double[] latent) {
        return new GrammarSummaries(grammar).of(latent);
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public void close() {
        encoding.close();
    }

    @Override
    public String toString() {
        return without.isEmpty() ? name() : name() + " without " + without;
    }
}
