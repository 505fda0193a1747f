/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.input;

import java.util.Optional;
import org.apiguardian.api.API;
import org.bayestrex.engine.explain.WordBins;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.picture.Picture;

/**
 * How the inputs of a distribution are shown: the one place that decides whether they are pictures, sentences or numbers.
 *
 * @param distribution says what an input reads like, where it is a text
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record InputView(DataDistribution distribution) {

    /** A sentence in a column that is narrower than this, in pixels, is hard to read. */
    private static final int COLUMN = 260;

    public static InputView of(Findings findings) {
        return new InputView(findings.spec().distribution());
    }

    /** One input. */
    public Look look(Tensor input) {
        Optional<String> sentence = distribution.textOf(input);
        if (sentence.isPresent()) {
            return new Look.Read(sentence.get());
        }
        Optional<byte[]> png = Picture.plainPng(input);
        return png.isPresent()
                ? new Look.Seen(png.get(), input.shape()[input.shape().length - 1])
                : new Look.Listed(FindingsTable.values(input));
    }

    /** Whether inputs are sentences: then they stand in tables, below each other. */
    public boolean isText(Findings findings) {
        return findings.samples().stream()
                .findFirst()
                .flatMap(sample -> distribution.textOf(sample.input()))
                .isPresent();
    }

    /** A sentence; empty for any other input. */
    public Optional<String> sentence(Tensor input) {
        return distribution.textOf(input);
    }

    /** Least width of a card, in pixels, where pictures would have so much. */
    public int width(Tensor input, int ofPictures) {
        return distribution.textOf(input).isPresent() ? Math.max(COLUMN, ofPictures) : ofPictures;
    }

    /**
     * What inputs are compared by when alike ones are grouped: of a sentence which words are in it, since numbers of tokens are
     * names and no quantities; of any other input its values.
     */
    public Tensor compared(Tensor input) {
        return distribution
                .textOf(input)
                .map(sentence -> Tensor.of(WordBins.of(sentence), WordBins.COUNT))
                .orElse(input);
    }
}
