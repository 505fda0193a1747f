/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.List;
import java.util.function.Consumer;

/**
 * Whether one model is more often wrong where it is confident than another (the comparison of a domain-adapted model with
 * its source in Booth et al., AAAI 2021, section 4.8). Immutable.
 *
 * <p>Each model is scored on inputs of its own level set, class by class, drawn from the data distribution and labelled by
 * one oracle. The excess is the mean over the classes of the difference of the two error shares: positive where the
 * candidate is wrong more often. Classes in which one of the two could not be scored are in no mean, see {@link #leftOut}.
 */
public final class Comparison {

    private final ModelScore candidate;
    private final ModelScore baseline;
    private final Rate excess;
    private final List<Rate> excesses;
    private final Significance significance;
    private final List<String> leftOut;
    private final List<String> problems;
    private final long seed;
    private final Consumer<Check> observer;

    Comparison(
            ModelScore candidate,
            ModelScore baseline,
            Rate excess,
            List<Rate> excesses,
            Significance significance,
            List<String> leftOut,
            List<String> problems,
            long seed,
            Consumer<Check> observer) {
        this.candidate = candidate;
        this.baseline = baseline;
        this.excess = excess;
        this.excesses = List.copyOf(excesses);
        this.significance = significance;
        this.leftOut = List.copyOf(leftOut);
        this.problems = List.copyOf(problems);
        this.seed = seed;
        this.observer = observer;
    }

    /**
     * Compares two models.
     *
     * @param candidate name of the model under test
     * @param baseline name of the other one
     * @param classes what they do, class by class
     * @param problems what speaks against the draws, each a sentence that says what to do; empty where nothing does
     * @param seed of the searches
     */
    public static Comparison of(
            String candidate, String baseline, List<ClassEvidence> classes, List<String> problems, long seed) {
        return new PairedClasses(candidate, baseline, classes).compare(problems, seed);
    }

    /** The model under test. */
    public ModelScore candidate() {
        return candidate;
    }

    /** The model that it is held against. */
    public ModelScore baseline() {
        return baseline;
    }

    /**
     * How much more often the candidate is wrong where it is confident: (1 - accuracy) of the candidate less that of the
     * baseline, mean over the paired classes, in [-1, 1]. Without an estimate where fewer than two classes are paired.
     */
    public Rate excessOverconfidence() {
        return excess;
    }

    /**
     * The same of one class; without an estimate where it is left out.
     *
     * @throws IllegalArgumentException when the class was not compared
     */
    public Rate excessOverconfidence(int cls) {
        for (int i = 0; i < excesses.size(); i++) {
            if (candidate.classes().get(i).cls() == cls) {
                return excesses.get(i);
            }
        }
        throw new IllegalArgumentException("Class " + cls + " was not compared");
    }

    /** Whether the classes' differences may be chance, as an exact test that pairs the models by class. */
    public Significance significance() {
        return significance;
    }

    /** The classes that are in no mean, each a sentence that says why. */
    public List<String> leftOut() {
        return leftOut;
    }

    /** What speaks against {@link #excessOverconfidence()}, whatever its interval. */
    public List<String> problems() {
        return problems;
    }

    /** The seed that repeats the searches. */
    public long seed() {
        return seed;
    }

    /** All of it as JSON, schema version {@value ComparisonJson#SCHEMA_VERSION}; numbers that are undefined are null. */
    public String toJson() {
        return ComparisonJson.write(this);
    }

    /** The same comparison, telling an observer of every check that is made on it. */
    public Comparison observedBy(Consumer<Check> listener) {
        return new Comparison(
                candidate,
                baseline,
                excess,
                excesses,
                significance,
                leftOut,
                problems,
                seed,
                observer.andThen(listener));
    }

    /** Tells the observers of a check that was made on this comparison. */
    public void report(Check check) {
        observer.accept(check);
    }

    /** Short and stable: it stands in the names of parameterised tests. */
    @Override
    public String toString() {
        return candidate.name() + " against " + baseline.name();
    }
}
