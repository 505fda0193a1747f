/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.BinomialCount;
import org.bayestrex.engine.rate.RoganGladen;

/**
 * How a classifier errs: how often it said what, of each class. Counted on labelled data that it was not trained on, or it
 * flatters. Equal by value.
 */
public final class Confusion {

    /** [true class][class said]. */
    private final long[][] counts;

    private Confusion(long[][] counts) {
        this.counts = counts;
    }

    /**
     * A confusion of known counts.
     *
     * @param counts [true class][class said], square, of two classes or more, none negative
     * @throws IllegalArgumentException when they are not
     */
    public static Confusion of(long[][] counts) {
        int classes = counts.length;
        if (classes < 2) {
            throw new IllegalArgumentException("A confusion needs two classes or more, but has " + classes);
        }
        long[][] copy = new long[classes][];
        for (int row = 0; row < classes; row++) {
            if (counts[row].length != classes) {
                throw new IllegalArgumentException(
                        "A confusion of %d classes needs rows of as many counts, but row %d has %d"
                                .formatted(classes, row, counts[row].length));
            }
            int line = row;
            Arrays.stream(counts[row]).filter(count -> count < 0).findAny().ifPresent(count -> {
                throw new IllegalArgumentException("Row " + line + " of a confusion has the negative count " + count);
            });
            copy[row] = counts[row].clone();
        }
        return new Confusion(copy);
    }

    /**
     * What a model's card holds under the key {@code confusion}.
     *
     * @param card a JSON file
     * @throws IllegalArgumentException when there is no such file, or it holds no confusion
     */
    public static Confusion read(Path card) {
        return ModelCard.read(card).confusion();
    }

    /**
     * Measures it.
     *
     * @param judge whose errors are counted
     * @param inputs labelled inputs that it was not trained on, each without the batch extent
     * @param labels the true class of each
     * @param classes number of classes
     * @throws IllegalArgumentException when there are not as many labels as inputs, or one is no class
     * @throws org.bayestrex.engine.model.ModelException when the judge throws or gives nothing usable
     */
    public static Confusion measure(Classifier judge, List<Tensor> inputs, int[] labels, int classes) {
        if (inputs.size() != labels.length) {
            throw new IllegalArgumentException(
                    "There are " + inputs.size() + " inputs to measure a judge on, but " + labels.length + " labels");
        }
        List<OptionalInt> said = new Sayings(judge, classes).of(inputs);
        long[][] counts = new long[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "Label " + i + " is " + labels[i] + ", but classes go from 0 to " + (classes - 1));
            }
            if (said.get(i).isPresent()) {
                counts[labels[i]][said.get(i).getAsInt()]++;
            }
        }
        return new Confusion(counts);
    }

    /** Number of classes. */
    public int classes() {
        return counts.length;
    }

    /** How often the classifier said one class of inputs of another, or of the same. */
    public long count(int trueClass, int said) {
        return counts[trueClass][said];
    }

    /** How often it said a class where it was that class. */
    public BinomialCount sensitivity(int cls) {
        return new BinomialCount(counts[cls][cls], total(cls));
    }

    /** How often it did not say a class where it was another: over all the others together, in their proportions there. */
    public BinomialCount specificity(int cls) {
        long others = 0;
        long mistaken = 0;
        for (int row = 0; row < counts.length; row++) {
            if (row != cls) {
                others += total(row);
                mistaken += counts[row][cls];
            }
        }
        return new BinomialCount(others - mistaken, others);
    }

    /** How to correct the share of inputs of which it says a class. */
    public RoganGladen errors(int cls) {
        return new RoganGladen(sensitivity(cls), specificity(cls));
    }

    private long total(int row) {
        return Arrays.stream(counts[row]).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Confusion confusion && Arrays.deepEquals(counts, confusion.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return "Confusion" + Arrays.deepToString(counts);
    }
}
