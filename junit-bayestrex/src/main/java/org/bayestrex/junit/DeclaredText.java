/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.bayestrex.engine.text.GrammarException;
import org.bayestrex.engine.text.GrammarJson;
import org.bayestrex.engine.text.TextEncoding;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The sentences that {@link TextDistribution} declares for one test.
 *
 * @param declared the annotation
 * @param test class and method, for messages
 * @param subject finds files and the model
 */
record DeclaredText(Declared<TextDistribution> declared, String test, DeclaredSubject subject)
        implements DeclaredProgram {

    /** What makes sentences the same. */
    private record Key(Path grammar, Class<? extends TextEncoding> encoding) {}

    private record WithoutKey(Key key, int cls) {}

    @Override
    public org.bayestrex.engine.model.DataDistribution distribution(ModelCache models, int classes) {
        org.bayestrex.engine.text.TextDistribution sentences = sentences(models);
        List<String> own = sentences.grammar().classes();
        List<String> labels = subject.classifier().labels();
        if (!own.isEmpty() && (own.size() != classes || (!labels.isEmpty() && !labels.equals(own)))) {
            throw TextMisuse.classes(
                    attribute(), declared.where(), own, subject.classifier().name(), labels, classes);
        }
        return sentences;
    }

    @Override
    public org.bayestrex.engine.model.DataDistribution inputs(ModelCache models) {
        return sentences(models);
    }

    @Override
    public org.bayestrex.engine.model.DataDistribution novel(ModelCache models, int classes) {
        throw TextMisuse.novel(test, declared.where());
    }

    @Override
    public org.bayestrex.engine.model.DataDistribution without(int cls, ModelCache models, int classes) {
        distribution(models, classes);
        if (!labels(models)) {
            throw TextMisuse.noClasses(test, attribute(), declared.where());
        }
        return models.distribution(new WithoutKey(key(), cls), () -> {
            try {
                return sentences(models).without(cls);
            } catch (GrammarException impossible) {
                throw TextMisuse.unusable(attribute(), declared.where(), impossible);
            }
        });
    }

    @Override
    public ExtensionConfigurationException doNotFit(CompletionException failed) {
        return TextMisuse.modelsDoNotFit(test, declared.annotation().encoding(), failed);
    }

    @Override
    public boolean labels(ModelCache models) {
        return !sentences(models).grammar().classes().isEmpty();
    }

    @Override
    public ExtensionConfigurationException needsNoOracle() {
        return TextMisuse.oracle(test, declared.where());
    }

    private org.bayestrex.engine.text.TextDistribution sentences(ModelCache models) {
        return (org.bayestrex.engine.text.TextDistribution) models.distribution(key(), this::made);
    }

    private Key key() {
        Path grammar = subject.file(declared.annotation().grammar(), attribute(), declared);
        return new Key(grammar, declared.annotation().encoding());
    }

    private org.bayestrex.engine.model.DataDistribution made() {
        try {
            return new org.bayestrex.engine.text.TextDistribution(GrammarJson.read(key().grammar()), encoding());
        } catch (GrammarException unusable) {
            throw TextMisuse.unusable(attribute(), declared.where(), unusable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private TextEncoding encoding() {
        Class<? extends TextEncoding> type = declared.annotation().encoding();
        if (Modifier.isAbstract(type.getModifiers())
                || Arrays.stream(type.getDeclaredConstructors())
                        .mapToInt(Constructor::getParameterCount)
                        .noneMatch(parameters -> parameters == 0)) {
            throw TextMisuse.encodingCannotBeMade(declared.where(), type);
        }
        try {
            return ReflectionSupport.newInstance(type);
        } catch (RuntimeException failed) {
            throw TextMisuse.encodingFails(declared.where(), type, failed);
        }
    }

    /** The annotation with its grammar, for messages. */
    String attribute() {
        return "@TextDistribution(grammar = \"%s\")"
                .formatted(declared.annotation().grammar());
    }
}
