/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.rate.RoganGladen;

/**
 * A classifier of another architecture, trained on all classes, whose errors were counted on labelled data. Shares that it
 * sees are corrected for them.
 *
 * <p>The correction takes it that the judge errs on findings as it does on that data. A search looks for inputs on which
 * one model errs, and models err on the same inputs more often than by chance: a judge that resembles the model under test
 * calls its errors right.
 *
 * @param classifier stays the caller's to close; used on the thread of the search
 * @param confusion how it errs
 */
public record Judge(Classifier classifier, Confusion confusion) implements LabelOracle {

    private static final Pattern HASH = Pattern.compile("SHA-256 ([0-9a-f]{64})");

    /**
     * A judge with the card that lies beside its model.
     *
     * @param card a JSON file with the key {@code confusion}
     * @throws IllegalArgumentException when the card cannot be used, or is that of another file than the classifier's
     */
    public static Judge of(Classifier classifier, Path card) {
        ModelCard read = ModelCard.read(card);
        Matcher hash = HASH.matcher(classifier.fingerprint());
        read.sha256()
                .filter(expected -> hash.find() && !expected.equals(hash.group(1)))
                .ifPresent(expected -> {
                    throw read.unusable("it is that of a file of SHA-256 " + expected + ", but " + classifier.name()
                            + " has " + hash.group(1));
                });
        return new Judge(classifier, read.confusion());
    }

    @Override
    public String name() {
        return classifier.name();
    }

    @Override
    public String fingerprint() {
        return classifier.fingerprint();
    }

    @Override
    public List<OptionalInt> labels(List<Specimen> specimens) {
        return new Sayings(classifier, confusion.classes())
                .of(specimens.stream().map(Specimen::input).toList());
    }

    @Override
    public Optional<RoganGladen> errors(int cls) {
        return Optional.of(confusion.errors(cls));
    }

    @Override
    public void requireFits(int classes) {
        if (confusion.classes() != classes) {
            throw new IllegalArgumentException("The judge %s tells %d classes apart, but the model under test has %d"
                    .formatted(name(), confusion.classes(), classes));
        }
    }
}
