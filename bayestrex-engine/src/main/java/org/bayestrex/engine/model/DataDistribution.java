/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A data distribution: a generator that maps z ~ N(0, I) to inputs.
 *
 * <p>Implementations need not be safe for threads; see {@link Classifier}.
 */
public interface DataDistribution extends AutoCloseable {

    /** How the generator is called in messages and reports: its file's name, as a rule. */
    String name();

    /** Number of latents. */
    int latentSize();

    /**
     * Generates a batch.
     *
     * @param latents shape [batch, latentSize]
     * @return inputs, shape [batch, ...], for images [batch, channels, height, width]
     */
    Tensor generate(Tensor latents);

    /**
     * Classes of which this distribution, by construction, holds no example: whatever it generates, a
     * prediction of one of them is wrong. Empty when that is not known of any class.
     */
    default Set<Integer> excludedClasses() {
        return Set.of();
    }

    /**
     * The class that the input at a latent point shows by construction: that of a conditional generator, which is told
     * what to draw. Empty where the distribution does not say.
     *
     * @param latent length {@link #latentSize()}, rounded to floats as {@link #generate} is given it
     */
    default OptionalInt labelOf(double[] latent) {
        return OptionalInt.empty();
    }

    /**
     * Whether a latent point stands for an input at all. The prior is N(0, I) given that: what is not admitted is never
     * generated and has no mass. Everything is, as a rule; a scene whose objects overlap is not. The answer depends on the
     * point alone.
     *
     * @param latent length {@link #latentSize()}, rounded to floats as {@link #generate} is given it
     */
    default boolean admits(double[] latent) {
        return true;
    }

    /**
     * Proposals of its own, for distributions whose latents have a structure that general samplers do not see. Empty where
     * there are none. Together they must reach every point that is admitted.
     */
    default List<PriorMove> moves() {
        return List.of();
    }

    /**
     * Groups of latents of one form that can be exchanged without a change of the input, as the objects of a scene can: a
     * proposal that is learned then looks for what any of them may be. Empty where there are none. It is about speed alone; draws are right
     * whatever is said here.
     *
     * @return each of the same length, in the same order of meanings; no latent twice
     */
    default List<int[]> exchangeable() {
        return List.of();
    }

    /**
     * What an input says, where it is a text: reports show it instead of a picture. Empty where inputs are none.
     *
     * @param input one of those that are {@linkplain #generate generated}, without the batch extent
     */
    default Optional<String> textOf(Tensor input) {
        return Optional.empty();
    }

    /**
     * What a text consists of, part by part, each with the text when it is gone: reports show so which word a prediction hangs
     * on. What must not be taken away, such as a mark of the beginning, is none. Empty where inputs are no texts, or cannot be cut.
     *
     * @param input one of those that are {@linkplain #generate generated}, without the batch extent
     */
    default List<TextPart> partsOf(Tensor input) {
        return List.of();
    }

    /** Names of the {@link #summaries}, in their order: those of the latents, "z[0]" and so on, as a rule. */
    default List<String> summaryNames() {
        return IntStream.range(0, latentSize()).mapToObj(j -> "z[" + j + "]").toList();
    }

    /**
     * The numbers by which chains are compared, to see whether they agree on one distribution: the latents, as a rule.
     * Where some of these can be exchanged without a change of the input, as the objects of a scene can, chains need not
     * agree on them, and a distribution names what counts instead: how many objects are red, say.
     *
     * @param latent length {@link #latentSize()}
     * @return as many as there are {@link #summaryNames}
     */
    default double[] summaries(double[] latent) {
        return latent;
    }

    /**
     * What the inputs depend on, beyond the name: a hash of the weights, the device, the library; see
     * {@link Classifier#fingerprint()}. Empty where nothing is known.
     */
    default String fingerprint() {
        return "";
    }

    /**
     * Whether what the fingerprint speaks of is still there; see {@link Classifier#requireUnchanged()}.
     *
     * @throws ModelException when the file it was loaded from has another content by now, or is gone
     */
    default void requireUnchanged() {
        // nothing outside the object, as far as is known
    }

    @Override
    void close();

    /**
     * A generator that is any Java function. Without a gradient: gradient-free samplers only.
     *
     * @param name how it is called in messages and reports
     * @param latentSize number of latents
     * @param generator latents [batch, latentSize] to inputs [batch, ...]
     */
    static DataDistribution of(String name, int latentSize, UnaryOperator<Tensor> generator) {
        return new FunctionDistribution(name, latentSize, generator);
    }
}
