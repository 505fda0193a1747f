/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bayestrex.engine.density.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Answers of one stream, all of one shape, in flat arrays: a million answers are a few arrays, not
 * millions of objects.
 *
 * @param stream who asked
 * @param classes K, logits of an answer
 * @param latents d, length of a gradient; 0 where none was asked for
 * @param ordinals of each answer, increasing
 * @param points of each answer, {@link Query#point()}
 * @param values of each answer, logits and then gradient
 */
record Block(String stream, int classes, int latents, long[] ordinals, int[] points, float[] values) {

    Block {
        long width = (long) classes + latents;
        if (classes < 0
                || latents < 0
                || points.length != ordinals.length
                || values.length != ordinals.length * width) {
            throw new IllegalArgumentException("a block's arrays don't fit together");
        }
    }

    /** A recorded answer. Without the position, which its sampler may write to once it was answered. */
    record Entry(String stream, long ordinal, int point, Answer answer) {

        static Entry of(Query query, Answer answer) {
            return new Entry(query.stream(), query.ordinal(), query.point(), answer);
        }

        int classes() {
            return answer.logits().length;
        }

        int latents() {
            float[] gradient = answer.gradient();
            return gradient == null ? 0 : gradient.length;
        }
    }

    /** Packs answers of one stream and shape. */
    static Block of(List<Entry> entries) {
        List<Entry> sorted = entries.stream()
                .sorted(Comparator.comparingLong(Entry::ordinal))
                .toList();
        Entry first = sorted.get(0);
        int classes = first.classes();
        int width = classes + first.latents();
        float[] values = new float[sorted.size() * width];
        for (int row = 0; row < sorted.size(); row++) {
            Answer answer = sorted.get(row).answer();
            System.arraycopy(answer.logits(), 0, values, row * width, classes);
            float[] gradient = answer.gradient();
            if (gradient != null) {
                System.arraycopy(gradient, 0, values, row * width + classes, gradient.length);
            }
        }
        return new Block(
                first.stream(),
                classes,
                first.latents(),
                sorted.stream().mapToLong(Entry::ordinal).toArray(),
                sorted.stream().mapToInt(Entry::point).toArray(),
                values);
    }

    int size() {
        return ordinals.length;
    }

    /** The answer to a question, or null where the block has none. */
    @Nullable
    Answer find(Query query) {
        int row = Arrays.binarySearch(ordinals, query.ordinal());
        boolean fits = row >= 0 && points[row] == query.point() && (latents > 0) == query.gradient();
        return fits ? answer(row) : null;
    }

    private Answer answer(int row) {
        int from = row * (classes + latents);
        int middle = from + classes;
        return new Answer(
                Arrays.copyOfRange(values, from, middle),
                latents == 0 ? null : Arrays.copyOfRange(values, middle, middle + latents));
    }
}
