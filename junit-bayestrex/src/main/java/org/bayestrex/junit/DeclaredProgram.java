/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.bayestrex.engine.model.DataDistribution;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A data distribution that is a program rather than a file, as an annotation declares it for one test. */
sealed interface DeclaredProgram permits DeclaredScenes, DeclaredText {

    /**
     * Of all that are declared the nearest; empty where there is none, or a generator's file nearer to the test.
     *
     * @param generator the file's annotation
     */
    static Optional<DeclaredProgram> of(
            ExtensionContext context,
            DeclaredSubject subject,
            Optional<Declared<org.bayestrex.junit.DataDistribution>> generator) {
        List<Declared<?>> all = new ArrayList<>();
        Declared.nearestFirst(context, SceneDistribution.class).stream()
                .findFirst()
                .ifPresent(all::add);
        Declared.nearestFirst(context, TextDistribution.class).stream()
                .findFirst()
                .ifPresent(all::add);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        generator.ifPresent(all::add);
        Declared<?> nearest = all.stream()
                .reduce((one, other) -> other.isNearerThan(one, context) ? other : one)
                .orElseThrow();
        requireAlone(nearest, all);
        String test = Declared.testName(context);
        if (nearest.annotation() instanceof SceneDistribution scenes) {
            return Optional.of(new DeclaredScenes(new Declared<>(scenes, nearest.element()), test));
        }
        if (nearest.annotation() instanceof TextDistribution text) {
            return Optional.of(new DeclaredText(new Declared<>(text, nearest.element()), test, subject));
        }
        return Optional.empty();
    }

    private static void requireAlone(Declared<?> nearest, List<Declared<?>> all) {
        AnnotatedElement element = nearest.element();
        List<String> there = all.stream()
                .filter(declared -> declared.element().equals(element))
                .map(declared -> declared.annotation().annotationType().getSimpleName())
                .toList();
        if (there.size() > 1) {
            throw new ExtensionConfigurationException("@%s on %s: @%s stands there too. Keep one of the two."
                    .formatted(there.get(0), nearest.where(), there.get(1)));
        }
    }

    /** The annotation, and where it stands. */
    Declared<?> declared();

    /**
     * Made once for all tests that declare the same.
     *
     * @param classes number of the model's classes
     */
    DataDistribution distribution(ModelCache models, int classes);

    /** Some inputs, whatever they are asked for: to see what the model makes of them. */
    DataDistribution inputs(ModelCache models);

    /** The same for {@link NovelClassConfidence}. */
    DataDistribution novel(ModelCache models, int classes);

    /** The same for {@link HighConfidenceFailures}: without a class. */
    DataDistribution without(int cls, ModelCache models, int classes);

    /** What is said when the model cannot take such inputs. */
    ExtensionConfigurationException doNotFit(CompletionException failed);

    /** Whether inputs say by themselves which class is right. */
    boolean labels(ModelCache models);

    /** What is said when somebody else is to say it. */
    ExtensionConfigurationException needsNoOracle();
}
