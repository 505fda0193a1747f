/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.bayestrex.engine.label.Judge;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What is said when the annotations are used wrongly: where, which attribute, which value, and what to do. */
final class Misuse {

    private Misuse() {}

    static ExtensionConfigurationException unknownClass(
            String where, String annotation, String attribute, int value, String model, int classes) {
        return because("@%s(%s = %d) on %s: %s has the classes 0 to %d. Choose one of them."
                .formatted(annotation, attribute, value, where, model, classes - 1));
    }

    static ExtensionConfigurationException noSuchClassToRepeat(String where, int value, String model, int classes) {
        return because("Configuration parameter %s = %d for %s: %s has the classes 0 to %d. Choose one of them."
                .formatted(Settings.CLASS, value, where, model, classes - 1));
    }

    static ExtensionConfigurationException oneAmbiguousClass(String where, int cls) {
        return because(("@Ambiguous(classes = {%d}) on %s: one class cannot be ambiguous. Name two or more, or leave "
                        + "classes out for all that the model has.")
                .formatted(cls, where));
    }

    static ExtensionConfigurationException repeatedAmbiguousClass(String where, List<Integer> classes, int cls) {
        return because("@Ambiguous(classes = %s) on %s: class %d stands there twice. Name each class once."
                .formatted(braces(classes), where, cls));
    }

    static ExtensionConfigurationException interpolatedFromToItself(String where, int cls) {
        return because("@Interpolated(from = %d, to = %d) on %s: there is no way from a class to itself. Name two."
                .formatted(cls, cls, where));
    }

    static ExtensionConfigurationException tooFewSteps(String where, int steps) {
        return because(("@Interpolated(steps = %d) on %s: both ends are steps, so there are 2 or more. Choose such a "
                        + "number, or leave steps out for 11.")
                .formatted(steps, where));
    }

    static ExtensionConfigurationException noSuchStepToRepeat(String where, int value, int steps) {
        return because(
                "Configuration parameter %s = %d for %s: @Interpolated has the steps 0 to %d. Choose one of them."
                        .formatted(Settings.STEP, value, where, steps - 1));
    }

    static ExtensionConfigurationException notNovel(String where, String finding, String remedy) {
        return because(("@NovelClassConfidence on %s: %s, but it is about classes that the model never saw. %s, or use "
                        + "@HighConfidence.")
                .formatted(where, finding, remedy));
    }

    static ExtensionConfigurationException targetCannotBeMade(String where, Class<?> type) {
        return because(
                ("@TargetedAt(%s.class) on %s: the class has no constructor without parameters, so its values are "
                                + "not known. Give it one that sets them; a nested class must be static, and none abstract.")
                        .formatted(type.getSimpleName(), where));
    }

    static ExtensionConfigurationException targetFails(String where, Class<?> type, RuntimeException cause) {
        return because(
                "@TargetedAt(%s.class) on %s: its constructor failed (%s). Correct it."
                        .formatted(type.getSimpleName(), where, cause.getMessage()),
                cause);
    }

    static ExtensionConfigurationException targetDoesNotFit(
            String where, Class<?> type, String model, IllegalArgumentException cause) {
        return because(
                "@TargetedAt(%s.class) on %s: the target does not fit %s (%s). Correct the target, or take another model."
                        .formatted(type.getSimpleName(), where, model, cause.getMessage()),
                cause);
    }

    static ExtensionConfigurationException confidence(String where, double value) {
        return confidence("HighConfidence", where, value);
    }

    static ExtensionConfigurationException confidence(String annotation, String where, double value) {
        return because("@%s(confidence = %s) on %s: a confidence lies above 0 and is at most 1. Choose such a one."
                .formatted(annotation, value, where));
    }

    static ExtensionConfigurationException comparisonBesideSearch(String where) {
        return because("@OverconfidenceAgainst on %s: the method asks for a search, too. Write a method for each."
                .formatted(where));
    }

    static ExtensionConfigurationException comparisonUnused(String where) {
        return because(
                ("@OverconfidenceAgainst on %s: the method has no parameter of type Comparison, so it cannot check "
                                + "how the models compare. Add one.")
                        .formatted(where));
    }

    static ExtensionConfigurationException comparisonWithoutSearches(String where) {
        return because(
                ("A parameter of type Comparison on %s: the method compares no models. Replace its test annotation "
                                + "by @OverconfidenceAgainst.")
                        .formatted(where));
    }

    static ExtensionConfigurationException noBaseline(String where) {
        return because(("@OverconfidenceAgainst on %s: there is no model to be held against. Give "
                        + "@OverconfidenceAgainst(baseline = \"...\") or BayesTrex.builder().baseline(...).")
                .formatted(where));
    }

    static ExtensionConfigurationException baselineTwice(String where, String value) {
        return because(
                ("@OverconfidenceAgainst(baseline = \"%s\") on %s: BayesTrex.builder().baseline(...) gives another one. "
                                + "Keep one of the two.")
                        .formatted(value, where));
    }

    static ExtensionConfigurationException otherClasses(
            String where, String model, int classes, String baseline, int others) {
        return because(
                ("@OverconfidenceAgainst on %s: %s has %d classes and the baseline %s has %d. Name a baseline of "
                                + "the same classes.")
                        .formatted(where, model, classes, baseline, others));
    }

    static ExtensionConfigurationException noLabels(String where, String annotation) {
        return because(
                ("@%s on %s: nobody knows the true labels of generated inputs. Add @LabelledBy(judge = \"...\") for "
                                + "a classifier of another kind or @LabelledBy(file = \"...\") for people's labels; or give "
                                + "BayesTrex.builder().labelledBy(...). No label is needed for @HighConfidenceFailures, with "
                                + "@DataDistribution(without = \"...-without-{class}.pt\"): ask that of each model.")
                        .formatted(annotation, where));
    }

    static ExtensionConfigurationException oneLabelSource(String where, List<String> given) {
        return because("@LabelledBy on %s: %s. Give one of judge, file and conditionalGenerator."
                .formatted(
                        where,
                        given.isEmpty() ? "nothing is given" : String.join(" and ", given) + " are given at once"));
    }

    static ExtensionConfigurationException judgeOfOtherClasses(
            String attribute, String where, Judge judge, String model, int outputs, Optional<Path> card) {
        return because(
                ("%s on %s: %s tells %d classes apart, but %s has %d, and nothing says which of them each output stands "
                                + "for. Write \"classes\": [...] into %s, or give "
                                + "BayesTrex.builder().labelledBy(Judge.of(...).ofClasses(...)).")
                        .formatted(
                                attribute,
                                where,
                                judge.name(),
                                judge.classes().size(),
                                model,
                                outputs,
                                card.map(file -> "the model's card " + file)
                                        .orElse("a card beside the model, the file of its name that ends in .json")));
    }

    static ExtensionConfigurationException judgeOfTwoModels(
            String attribute, String where, Judge judge, String baseline, Judge other) {
        return because(
                ("%s on %s: by its card the model under test has the classes %s of %s, but the baseline %s has %s. Name a "
                                + "baseline of the same classes, or write \"classes\": %s into its card.")
                        .formatted(
                                attribute,
                                where,
                                judge.classes(),
                                judge.name(),
                                baseline,
                                other.classes(),
                                judge.classes()));
    }

    static ExtensionConfigurationException missingFile(String attribute, String where, Path file) {
        return because(("%s on %s: there is no file %s (the working directory is %s). Put the model there, or correct "
                        + "the path; a resource needs the prefix classpath:.")
                .formatted(attribute, where, file, Path.of("").toAbsolutePath()));
    }

    static ExtensionConfigurationException missingFolder(String attribute, String where, Path folder) {
        return because(("%s on %s: there is no folder %s (the working directory is %s). Put the training images there, "
                        + "correct the path, or remove the annotation, and with it the nearest images from the report.")
                .formatted(attribute, where, folder, Path.of("").toAbsolutePath()));
    }

    static ExtensionConfigurationException missingImages(String attribute, String name, String where, Path folder) {
        return because(
                ("@NearestIn(%s = \"%s\") on %s: the folder %s holds no such file, and none with .gz after its name. Put the "
                                + "images there as an IDX file, or give %s the name that they have.")
                        .formatted(attribute, name, where, folder, attribute));
    }

    static ExtensionConfigurationException missingResource(String attribute, String where, String resource) {
        return because(("%s on %s: there is no resource %s on the class path. Put the model into src/test/resources, "
                        + "or correct the name.")
                .formatted(attribute, where, resource));
    }

    static ExtensionConfigurationException malformedPath(String attribute, String where, Exception cause) {
        return because(
                "%s on %s: this is no file path (%s). Correct it.".formatted(attribute, where, cause.getMessage()),
                cause);
    }

    static ExtensionConfigurationException unresolved(String attribute, String where, String parameter) {
        return because(("%s on %s: there is no configuration parameter %s. Set it in junit-platform.properties, or "
                        + "with -D%s=...")
                .formatted(attribute, where, parameter, parameter));
    }

    static ExtensionConfigurationException latentSize(String where, int value) {
        return because(
                "@DataDistribution(latentSize = %d) on %s: a generator has 1 latent or more. Give the length of its z."
                        .formatted(value, where));
    }

    static ExtensionConfigurationException unusable(String attribute, String where, RuntimeException cause) {
        return because("%s on %s: %s".formatted(attribute, where, cause.getMessage()), cause);
    }

    static ExtensionConfigurationException noGradientToExplain(
            String attribute, String where, String method, String model) {
        return because(
                ("%s on %s: %s needs a gradient, and %s has none: it is no TorchScript model. Use @Explain(OCCLUSION), "
                                + "which asks for forward passes only.")
                        .formatted(attribute, where, method, model));
    }

    static ExtensionConfigurationException modelsDoNotFit(
            String where, Optional<Integer> latentSize, CompletionException failure) {
        Throwable reason = failure.getCause() == null ? failure : failure.getCause();
        return because(
                ("@ModelUnderTest and @DataDistribution%s on %s do not fit together: %s. "
                                + "Correct the number of latents, or take a classifier for what this generator makes.")
                        .formatted(
                                latentSize.map("(latentSize = %d)"::formatted).orElse(""), where, reason.getMessage()),
                reason);
    }

    static ExtensionConfigurationException noWithout(String where, String remedyPlace) {
        return because("@HighConfidenceFailures on %s: no distribution is known that lacks a class. %s."
                .formatted(where, remedyPlace));
    }

    static ExtensionConfigurationException withoutLacksPlaceholder(String where, String pattern) {
        return because(
                ("@DataDistribution(without = \"%s\") on %s: the pattern does not contain {class}, so every class "
                                + "would get the same generator. Write {class} where the number of the missing class stands.")
                        .formatted(pattern, where));
    }

    static ExtensionConfigurationException besideOther(String where, String annotation, String other) {
        return because("@%s on %s: the method also carries @%s, which would run it without a search. Remove @%s."
                .formatted(annotation, where, other, other));
    }

    static ExtensionConfigurationException severalSearches(String where, List<String> annotations) {
        return because("%s on %s: one method takes one search. Write a method for each, or keep one annotation."
                .formatted(
                        String.join(
                                " and ",
                                annotations.stream().map(name -> "@" + name).toList()),
                        where));
    }

    static ExtensionConfigurationException nothingGiven(String where, String annotation, String builderMethod) {
        return because(
                ("@%s is missing for %s. Put it on the class or the method, or give BayesTrex.builder().%s(...) in "
                                + "a static @RegisterExtension field.")
                        .formatted(annotation, where, builderMethod));
    }

    static ExtensionConfigurationException givenTwice(String where, String annotation, String builderMethod) {
        return because(
                ("@%s on %s: BayesTrex.builder().%s(...) gives another one in a @RegisterExtension field. Keep one "
                                + "of the two, or move the annotation to the methods that need it.")
                        .formatted(annotation, where, builderMethod));
    }

    static ExtensionConfigurationException findingsWithoutSearch(String where) {
        return because(
                ("A parameter of type Findings on %s: the method has no search to take findings from. Replace @Test by "
                                + "@HighConfidence, @HighConfidenceFailures or @Ambiguous.")
                        .formatted(where));
    }

    static ExtensionConfigurationException findingsUnused(String where, String annotation) {
        return because(
                "@%s on %s: the method has no parameter of type Findings, so it cannot check what was found. Add one."
                        .formatted(annotation, where));
    }

    static ExtensionConfigurationException malformed(String parameter, String value, String expected) {
        return because("Configuration parameter %s = %s: %s is expected.".formatted(parameter, value, expected));
    }

    static ExtensionConfigurationException setting(String source, IllegalArgumentException cause) {
        return because("%s: %s".formatted(source, cause.getMessage()), cause);
    }

    static ExtensionConfigurationException waivers(String where, List<String> problems) {
        return because("Waivers for %s: %s".formatted(where, String.join(" ", problems)));
    }

    private static String braces(List<Integer> classes) {
        return classes.toString().replace('[', '{').replace(']', '}');
    }

    private static ExtensionConfigurationException because(String message) {
        return because(message, null);
    }

    private static ExtensionConfigurationException because(String message, @Nullable Throwable cause) {
        return new ExtensionConfigurationException(message, cause);
    }
}
