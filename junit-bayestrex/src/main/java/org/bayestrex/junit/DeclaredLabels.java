/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bayestrex.engine.label.ByConstruction;
import org.bayestrex.engine.label.ConditionalGenerator;
import org.bayestrex.engine.label.Judge;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.label.PeoplesLabels;
import org.bayestrex.engine.model.Classifier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Who knows the true labels for one test: {@link LabelledBy} on the method, then the builder, then the class's. */
final class DeclaredLabels {

    private final DeclaredSubject subject;
    private final String test;
    private final List<LabelOracle> given;
    private final Optional<Declared<LabelledBy>> declared;

    DeclaredLabels(ExtensionContext context, DeclaredSubject subject) {
        this.subject = subject;
        test = Declared.testName(context);
        BayesTrex builder = BayesTrex.of(context);
        given = builder == null ? List.of() : builder.oracles();
        declared = Declared.nearestFirst(context, LabelledBy.class).stream().findFirst();
        declared.filter(found -> !given.isEmpty() && !found.isOnMethod()).ifPresent(found -> {
            throw Misuse.givenTwice(found.where(), "LabelledBy", "labelledBy");
        });
        if (declared.isPresent() || !given.isEmpty()) {
            subject.labellingProgram().ifPresent(program -> {
                throw program.needsNoOracle();
            });
        }
    }

    /** The oracles, the one that makes the rates first; none where nothing is said. */
    List<LabelOracle> oracles() {
        return declared.map(found -> List.of(load(found))).orElse(given);
    }

    /**
     * The oracle of a test that cannot do without; scenes or sentences that say themselves what is true are one.
     *
     * @param annotation the search annotation that needs it, for messages
     */
    LabelOracle required(String annotation) {
        return oracles().stream()
                .findFirst()
                .or(() -> subject.labellingProgram().map(program -> new ByConstruction(subject.distribution())))
                .orElseThrow(() -> Misuse.noLabels(test, annotation));
    }

    private LabelOracle load(Declared<LabelledBy> found) {
        LabelledBy annotation = found.annotation();
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("judge", annotation.judge());
        sources.put("file", annotation.file());
        sources.put("conditionalGenerator", annotation.conditionalGenerator());
        sources.values().removeIf(String::isEmpty);
        if (sources.size() != 1) {
            throw Misuse.oneLabelSource(found.where(), List.copyOf(sources.keySet()));
        }
        if (!annotation.conditionalGenerator().isEmpty()) {
            return conditionalGenerator(found);
        }
        return annotation.judge().isEmpty() ? people(found) : judge(found);
    }

    private LabelOracle conditionalGenerator(Declared<LabelledBy> found) {
        String value = found.annotation().conditionalGenerator();
        String attribute = "@LabelledBy(conditionalGenerator = \"%s\")".formatted(value);
        Classifier choice = subject.load(value, attribute, found, Output.LOGITS, List.of());
        return new ConditionalGenerator(choice, subject.classes());
    }

    private LabelOracle judge(Declared<LabelledBy> found) {
        String value = found.annotation().judge();
        String attribute = "@LabelledBy(judge = \"%s\")".formatted(value);
        Classifier classifier = subject.load(value, attribute, found, Output.LOGITS, List.of());
        Path card = subject.card(value, attribute + ", its card,", found);
        Optional<Path> modelCard = subject.modelCard();
        Judge judge;
        try {
            judge = modelCard.isPresent() ? Judge.of(classifier, card, modelCard.get()) : Judge.of(classifier, card);
        } catch (IllegalArgumentException unusable) {
            throw Misuse.unusable(attribute, found.where(), unusable);
        }
        int outputs = subject.classes();
        if (judge.classes().size() != outputs) {
            throw Misuse.judgeOfOtherClasses(
                    attribute, found.where(), judge, subject.classifier().name(), outputs, modelCard);
        }
        return judge;
    }

    /**
     * Checks that a second model, which the same judge is to label for, has the same classes in the same order.
     *
     * @param card of the second model, where there is one
     */
    void requireSameClasses(LabelOracle oracle, String secondModel, Optional<Path> card) {
        if (declared.isEmpty() || !(oracle instanceof Judge judge)) {
            return;
        }
        Declared<LabelledBy> found = declared.get();
        String attribute =
                "@LabelledBy(judge = \"%s\")".formatted(found.annotation().judge());
        Judge second = judge.ofClasses(new Judge(judge.classifier(), judge.confusion()).classes());
        try {
            if (card.isPresent()) {
                Path own = subject.card(found.annotation().judge(), attribute, found);
                second = Judge.of(judge.classifier(), own, card.get());
            }
        } catch (IllegalArgumentException unusable) {
            throw Misuse.unusable(attribute, found.where(), unusable);
        }
        if (!second.classes().equals(judge.classes())) {
            throw Misuse.judgeOfTwoModels(attribute, found.where(), judge, secondModel, second);
        }
    }

    private LabelOracle people(Declared<LabelledBy> found) {
        String value = found.annotation().file();
        String attribute = "@LabelledBy(file = \"%s\")".formatted(value);
        if (!subject.hasFile(value, attribute, found)) {
            return new PeoplesLabels(value, Map.of()); // the first run writes the table that people fill in
        }
        Path file = subject.file(value, attribute, found);
        try {
            return PeoplesLabels.read(file, subject.classifier().labels());
        } catch (IllegalArgumentException unusable) {
            throw Misuse.unusable(attribute, found.where(), unusable);
        }
    }
}
