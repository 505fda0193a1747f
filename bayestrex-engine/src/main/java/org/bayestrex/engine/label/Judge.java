/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.rate.RoganGladen;

/**
 * A classifier of another architecture, trained on all classes, whose errors were counted on labelled data. Shares that it
 * sees are corrected for them.
 *
 * <p>The correction takes it that the judge errs on findings as it does on that data. A search looks for inputs on which
 * one model errs, and models err on the same inputs more often than by chance: a judge that resembles the model under test
 * calls its errors right.
 *
 * <p>A model under test may know fewer classes than the judge, or count them otherwise: its output k stands for the judge's
 * class {@code classes[k]}. What the judge takes for a class that the model does not have is {@link #NONE} of its classes.
 *
 * @param classifier stays the caller's to close; used on the thread of the search
 * @param confusion how it errs, over all of its own classes
 * @param classes the judge's class of each output of the model under test, each at most once
 */
public record Judge(Classifier classifier, Confusion confusion, List<Integer> classes) implements LabelOracle {

    public Judge {
        classes = List.copyOf(classes);
        Set<Integer> seen = new HashSet<>();
        for (int cls : classes) {
            if (cls < 0 || cls >= confusion.classes()) {
                throw new IllegalArgumentException("An output of the model under test cannot stand for class %d of %s, "
                                .formatted(cls, classifier.name())
                        + "whose classes go from 0 to " + (confusion.classes() - 1));
            }
            if (!seen.add(cls)) {
                throw new IllegalArgumentException("Two outputs of the model under test stand for class %d of %s"
                        .formatted(cls, classifier.name()));
            }
        }
    }

    /** A judge of models with the same classes as its own. */
    public Judge(Classifier classifier, Confusion confusion) {
        this(
                classifier,
                confusion,
                IntStream.range(0, confusion.classes()).boxed().toList());
    }

    /**
     * A judge with the card that lies beside its model.
     *
     * @param card a JSON file with the key {@code confusion}
     * @throws IllegalArgumentException when the card cannot be used, or is that of another file than the classifier's
     */
    public static Judge of(Classifier classifier, Path card) {
        ModelCard read = ModelCard.read(card);
        Optional<String> hash = ModelIdentity.of(classifier).sha256();
        read.sha256()
                .filter(expected -> hash.isPresent() && !hash.get().equals(expected))
                .ifPresent(expected -> {
                    throw read.unusable("it is that of a file of SHA-256 " + expected + ", but " + classifier.name()
                            + " has " + hash.get());
                });
        return new Judge(classifier, read.confusion());
    }

    /**
     * The same for a model that was trained on some of the judge's classes, as its own card says under {@code classes}. Where
     * both cards name the classes of their data sets, classes are matched by name, else by number.
     *
     * @param card of the judge
     * @param modelCard of the model under test; where it is not there or has no {@code classes}, the model has the judge's own
     * @throws IllegalArgumentException when a card cannot be used, or the model has a class that the judge does not know
     */
    public static Judge of(Classifier classifier, Path card, Path modelCard) {
        Judge judge = of(classifier, card);
        Optional<ModelCard> found = ModelCard.find(modelCard);
        Optional<List<Integer>> classes = found.flatMap(ModelCard::classes);
        if (classes.isEmpty()) {
            return judge;
        }
        List<String> known = ModelCard.read(card).classNames().orElse(List.of());
        ModelCard model = found.orElseThrow();
        List<String> names = model.classNames().orElse(List.of());
        try {
            return judge.ofClasses(
                    known.isEmpty() || names.isEmpty()
                            ? classes.get()
                            : classes.get().stream()
                                    .map(cls -> known.indexOf(name(names, cls, known)))
                                    .toList());
        } catch (IllegalArgumentException unknown) {
            throw model.unusable("its \"classes\" are " + classes.get() + ". " + unknown.getMessage());
        }
    }

    private static String name(List<String> names, int cls, List<String> known) {
        if (cls < 0 || cls >= names.size()) {
            throw new IllegalArgumentException("There is no class %d among %s".formatted(cls, names));
        }
        if (!known.contains(names.get(cls))) {
            throw new IllegalArgumentException(
                    "The judge does not know \"%s\", but %s".formatted(names.get(cls), known));
        }
        return names.get(cls);
    }

    /**
     * The same judge for a model of other classes.
     *
     * @param classes the judge's class of each output of the model, each at most once
     * @throws IllegalArgumentException when one is no class of the judge's, or stands there twice
     */
    public Judge ofClasses(List<Integer> classes) {
        return new Judge(classifier, confusion, classes);
    }

    @Override
    public String name() {
        return classifier.name();
    }

    @Override
    public List<OptionalInt> labels(List<Specimen> specimens) {
        return new Sayings(classifier, confusion.classes())
                .of(specimens.stream().map(Specimen::input).toList()).stream()
                        .map(this::asTheModelCounts)
                        .toList();
    }

    private OptionalInt asTheModelCounts(OptionalInt said) {
        return said.isEmpty() ? said : OptionalInt.of(classes.indexOf(said.getAsInt())); // -1 is NONE
    }

    @Override
    public Optional<RoganGladen> errors(int cls) {
        return Optional.of(confusion.errors(classes.get(cls)));
    }

    @Override
    public String fingerprint() {
        String known = classifier.fingerprint();
        return known.isEmpty() ? "" : known + ", " + confusion + ", " + classes;
    }

    @Override
    public void requireUnchanged() {
        classifier.requireUnchanged();
    }

    @Override
    public void requireFits(int outputs) {
        if (classes.size() != outputs) {
            throw new IllegalArgumentException(("The judge %s tells %d classes apart, but the model under test has %d. "
                            + "Say with Judge.ofClasses(...) which of the judge's classes each of the model's outputs is")
                    .formatted(name(), classes.size(), outputs));
        }
    }
}
