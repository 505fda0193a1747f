/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.model.Onnx;
import org.bayestrex.engine.model.TorchScript;
import org.bayestrex.junit.BayesTrex.Source;
import org.bayestrex.junit.ModelFiles.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The models that annotations and the builder declare for one test. For each of the two, the method's
 * annotation wins over the builder, and a class's annotation beside the builder is refused.
 */
final class DeclaredSubject implements Subject {

    private static final String WITHOUT_PLACEHOLDER = "{class}";

    private final Session session;
    private final Settings settings;
    private final ClassLoader loader;
    private final String test;
    private final @Nullable BayesTrex builder;
    private final Optional<Declared<ModelUnderTest>> model;
    private final Optional<Declared<DataDistribution>> data;
    private final Optional<DeclaredProgram> program;

    DeclaredSubject(ExtensionContext context, Session session, Settings settings) {
        this.session = session;
        this.settings = settings;
        loader = context.getRequiredTestClass().getClassLoader();
        test = Declared.testName(context);
        builder = BayesTrex.of(context);
        model = Declared.nearestFirst(context, ModelUnderTest.class).stream().findFirst();
        Optional<Declared<DataDistribution>> generator =
                Declared.nearestFirst(context, DataDistribution.class).stream().findFirst();
        program = DeclaredProgram.of(context, this, generator);
        data = program.isPresent() ? Optional.empty() : generator;
    }

    @Override
    public Classifier classifier() {
        Source<Classifier> source = builder == null ? null : builder.classifier();
        if (counts(model, source, "ModelUnderTest", "modelUnderTest")) {
            return load(model.orElseThrow());
        }
        Source<Classifier> given = present(source);
        return given.owned()
                ? session.models().classifier(given.key(), given.model())
                : given.model().get();
    }

    /** The model that the one under test is held against; of the output that this one has. */
    Classifier baseline(Declared<OverconfidenceAgainst> declared) {
        String value = declared.annotation().baseline();
        Source<Classifier> source = builder == null ? null : builder.baseline();
        if (value.isEmpty()) {
            if (source == null) {
                throw Misuse.noBaseline(test);
            }
            return source.owned()
                    ? session.models().classifier(source.key(), source.model())
                    : source.model().get();
        }
        if (source != null) {
            throw Misuse.baselineTwice(test, value);
        }
        return load(
                value,
                "@OverconfidenceAgainst(baseline = \"%s\")".formatted(value),
                declared,
                model.map(under -> under.annotation().output()).orElse(Output.LOGITS),
                List.of()); // not the other model's: its classes are to be counted
    }

    /** The card beside the model that the one under test is held against, where an attribute names a file that has one. */
    Optional<Path> baselineCard(Declared<OverconfidenceAgainst> declared) {
        String value = declared.annotation().baseline();
        return cardIfAny(value, "@OverconfidenceAgainst(baseline = \"%s\")".formatted(value), declared);
    }

    /** The model of an earlier release, by the hash of its file; empty where no folder of such models is named or it is not there. */
    Optional<Classifier> release(ModelIdentity identity) {
        return settings.text(Settings.BASELINE_MODELS)
                .flatMap(folder -> identity.sha256().flatMap(hash -> ReleasedModels.find(Path.of(folder), hash)))
                .map(file -> {
                    Output output =
                            model.map(under -> under.annotation().output()).orElse(Output.LOGITS);
                    return load(file, new ClassifierForm(output, List.of(), 1, 0));
                });
    }

    @Override
    public int classes() {
        return classes(classifier());
    }

    /** Number of a classifier's classes. */
    int classes(Classifier classifier) {
        if (!classifier.labels().isEmpty()) {
            return classifier.labels().size();
        }
        try {
            return session.service(settings).classes(classifier, anyDistribution());
        } catch (CompletionException failed) {
            program.ifPresent(declared -> {
                throw declared.doNotFit(failed);
            });
            throw Misuse.modelsDoNotFit(
                    test, data.map(declared -> declared.annotation().latentSize()), failed);
        }
    }

    @Override
    public org.bayestrex.engine.model.DataDistribution distribution() {
        Source<org.bayestrex.engine.model.DataDistribution> source = builder == null ? null : builder.distribution();
        if (program.isPresent()) {
            Declared<?> declared = program.get().declared();
            String annotation = declared.annotation().annotationType().getSimpleName();
            counts(Optional.of(declared), source, annotation, "dataDistribution");
            return program.get().distribution(session.models(), classes());
        }
        if (counts(data, source, "DataDistribution", "dataDistribution")) {
            Declared<DataDistribution> declared = data.orElseThrow();
            boolean novel = declared.annotation().support() == Support.NOVEL;
            return load(declared, declared.annotation().value(), "value", novel ? allClasses() : Set.of());
        }
        org.bayestrex.engine.model.DataDistribution given = made(present(source));
        boolean novel = builder != null && builder.support() == Support.NOVEL;
        return novel ? excluding(given, allClasses()) : given;
    }

    @Override
    public org.bayestrex.engine.model.DataDistribution novel() {
        if (program.isPresent()) {
            return program.get().novel(session.models(), classes());
        }
        if (data.isPresent() && data.get().annotation().support() != Support.NOVEL) {
            String remedy = "Give @DataDistribution(support = Support.NOVEL) with a generator of such classes";
            throw Misuse.notNovel(test, "the distribution of " + data.get().where() + " holds the model's own", remedy);
        }
        org.bayestrex.engine.model.DataDistribution whole = distribution();
        if (!whole.excludedClasses().containsAll(allClasses())) {
            String remedy = "Give BayesTrex.builder().support(Support.NOVEL) with a distribution of such classes";
            throw Misuse.notNovel(test, whole.name() + " may hold the model's own", remedy);
        }
        return whole;
    }

    private org.bayestrex.engine.model.DataDistribution made(
            Source<org.bayestrex.engine.model.DataDistribution> given) {
        return given.owned()
                ? session.models().distribution(given.key(), given.model())
                : given.model().get();
    }

    @Override
    public org.bayestrex.engine.model.DataDistribution without(int cls) {
        if (program.isPresent()) {
            return program.get().without(cls, session.models(), classes());
        }
        if (data.isPresent()) {
            Declared<DataDistribution> declared = data.get();
            if (declared.annotation().support() == Support.NOVEL) {
                return distribution();
            }
            String pattern = declared.annotation().without();
            if (!pattern.isEmpty()) {
                if (!pattern.contains(WITHOUT_PLACEHOLDER)) {
                    throw Misuse.withoutLacksPlaceholder(declared.where(), pattern);
                }
                return load(
                        declared, pattern.replace(WITHOUT_PLACEHOLDER, String.valueOf(cls)), "without", Set.of(cls));
            }
        }
        return madeWithout(cls);
    }

    private org.bayestrex.engine.model.DataDistribution madeWithout(int cls) {
        IntFunction<? extends org.bayestrex.engine.model.DataDistribution> function =
                builder == null ? null : builder.without();
        if (function != null) {
            return session.models()
                    .distribution(new WithoutKey(function, cls), () -> excluding(function.apply(cls), Set.of(cls)));
        }
        if (data.isEmpty() && builder != null && builder.distribution() != null) {
            org.bayestrex.engine.model.DataDistribution whole = distribution();
            if (whole.excludedClasses().contains(cls)) {
                return whole;
            }
            throw Misuse.noWithout(test, "Give BayesTrex.builder().without(cls -> ...)");
        }
        throw Misuse.noWithout(test, "Give @DataDistribution(without = \"...-without-{class}.pt\")");
    }

    private static org.bayestrex.engine.model.DataDistribution excluding(
            org.bayestrex.engine.model.DataDistribution made, Set<Integer> classes) {
        return made.excludedClasses().containsAll(classes) ? made : new ExcludingDistribution(made, classes);
    }

    /** Classes are counted by trying the classifier on whatever distribution there is. */
    private org.bayestrex.engine.model.DataDistribution anyDistribution() {
        if (program.isPresent()) {
            return program.get().inputs(session.models());
        }
        if (data.isPresent()) {
            return load(data.get(), data.get().annotation().value(), "value", Set.of());
        }
        if (builder != null && builder.distribution() != null) {
            return made(builder.distribution());
        }
        return builder != null && builder.without() != null ? without(0) : distribution();
    }

    /** The program whose inputs are searched, where these say by themselves which class is right. */
    Optional<DeclaredProgram> labellingProgram() {
        return program.filter(declared -> declared.labels(session.models()));
    }

    /** What makes the sentences that are searched, in a message's words; empty where no sentences are, as far as is known before. */
    Optional<String> sentences(List<SearchCase> cases) {
        if (program.isPresent()) {
            return program.filter(DeclaredText.class::isInstance)
                    .map(DeclaredText.class::cast)
                    .map(DeclaredText::attribute);
        }
        return cases.stream()
                .map(SearchCase::distribution)
                .map(made -> made instanceof ExcludingDistribution excluding ? excluding.delegate() : made)
                .filter(org.bayestrex.engine.text.TextDistribution.class::isInstance)
                .findFirst()
                .map(text -> "the distribution " + text.name());
    }

    private Set<Integer> allClasses() {
        return IntStream.range(0, classes()).boxed().collect(Collectors.toUnmodifiableSet());
    }

    private boolean counts(
            Optional<? extends Declared<?>> declared, @Nullable Object source, String annotation, String method) {
        if (declared.isEmpty() && source == null) {
            throw Misuse.nothingGiven(test, annotation, method);
        }
        if (declared.isPresent() && source != null && !declared.get().isOnMethod()) {
            throw Misuse.givenTwice(declared.get().where(), annotation, method);
        }
        return declared.isPresent();
    }

    private static <M> Source<M> present(@Nullable Source<M> source) {
        return Objects.requireNonNull(source, "counts() has seen it");
    }

    private Classifier load(Declared<ModelUnderTest> declared) {
        ModelUnderTest annotation = declared.annotation();
        return load(
                annotation.value(),
                "@ModelUnderTest(value = \"%s\")".formatted(annotation.value()),
                declared,
                new ClassifierForm(
                        annotation.output(),
                        List.of(annotation.labels()),
                        annotation.temperature(),
                        annotation.batchLimit()));
    }

    /** A classifier that an attribute names, as it is. */
    Classifier load(String value, String attribute, Declared<?> declared, Output output, List<String> labels) {
        return load(value, attribute, declared, new ClassifierForm(output, labels, 1, 0));
    }

    private Classifier load(String value, String attribute, Declared<?> declared, ClassifierForm form) {
        Path file = file(value, attribute, declared);
        return guarded(attribute, declared.where(), () -> load(file, form));
    }

    private Classifier load(Path file, ClassifierForm form) {
        return session.models()
                .classifier(new ClassifierKey(file, form, deviceName()), () -> form.load(file, settings::device));
    }

    private org.bayestrex.engine.model.DataDistribution load(
            Declared<DataDistribution> declared, String value, String attributeName, Set<Integer> excluded) {
        DataDistribution annotation = declared.annotation();
        if (annotation.latentSize() < 1) {
            throw Misuse.latentSize(declared.where(), annotation.latentSize());
        }
        String attribute = "@DataDistribution(%s = \"%s\")".formatted(attributeName, value);
        Path file = file(value, attribute, declared);
        return guarded(
                attribute,
                declared.where(),
                () -> session.models()
                        .distribution(
                                new GeneratorKey(file, annotation.latentSize(), excluded, deviceName()),
                                () -> ClassifierForm.isOnnx(file)
                                        ? Onnx.generator(file, annotation.latentSize(), excluded)
                                        : TorchScript.generator(
                                                file, annotation.latentSize(), excluded, settings.device())));
    }

    private static <M> M guarded(String attribute, String where, Supplier<M> loading) {
        try {
            return loading.get();
        } catch (ModelException | IllegalArgumentException failed) {
            throw Misuse.unusable(attribute, where, failed);
        }
    }

    /** The file that an attribute names. */
    Path file(String value, String attribute, Declared<?> declared) {
        return session.files().find(value, attribute, place(declared));
    }

    /** The card of the model that an attribute names. */
    Path card(String value, String attribute, Declared<?> declared) {
        return session.files().beside(value, ".json", attribute, place(declared));
    }

    /** The card beside the model under test, where the model is a file that has one. */
    Optional<Path> modelCard() {
        return model.flatMap(declared -> cardIfAny(
                declared.annotation().value(),
                "@ModelUnderTest(value = \"%s\")"
                        .formatted(declared.annotation().value()),
                declared));
    }

    /** The card of the model that an attribute names, where it has one. */
    Optional<Path> cardIfAny(String value, String attribute, Declared<?> declared) {
        return session.files().besideIfAny(value, ".json", attribute, place(declared));
    }

    /** Whether there is the file that an attribute names. */
    boolean hasFile(String value, String attribute, Declared<?> declared) {
        return session.files().exists(value, attribute, place(declared));
    }

    private Place place(Declared<?> declared) {
        return new Place(declared.where(), loader, settings);
    }

    private String deviceName() {
        return settings.text(Settings.DEVICE).orElse("auto");
    }

    private record ClassifierKey(Path file, ClassifierForm form, String device) {}

    private record GeneratorKey(Path file, int latentSize, Set<Integer> excluded, String device) {}

    private record WithoutKey(Object function, int cls) {}
}
