/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bayestrex.engine.label.Judge;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.search.ComparedModels;
import org.bayestrex.engine.search.Overconfidence;
import org.bayestrex.engine.search.SearchService;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Turns {@link OverconfidenceAgainst} into the searches of two models, and their comparison into one invocation. */
final class ComparisonExtension implements TestTemplateInvocationContextProvider {

    static final String ANNOTATION = "OverconfidenceAgainst";

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return SearchAnnotations.isComparison(context.getRequiredTestMethod());
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        String test = Declared.testName(context);
        OverconfidenceAgainst annotation = AnnotationSupport.findAnnotation(method, OverconfidenceAgainst.class)
                .orElseThrow();
        requireUsable(method, test, annotation);

        Settings settings = new Settings(context);
        Session session = Session.of(context);
        DeclaredSubject subject = new DeclaredSubject(context, session, settings);
        DeclaredLabels labels = new DeclaredLabels(context, subject);
        LabelOracle oracle = labels.required(ANNOTATION);
        Classifier candidate = subject.classifier();
        Declared<OverconfidenceAgainst> declared = new Declared<>(annotation, method);
        Classifier baseline = subject.baseline(declared);
        requireSameClasses(test, subject, candidate, baseline);
        if (!annotation.baseline().isEmpty()) {
            labels.requireSameClasses(oracle, baseline.name(), subject.baselineCard(declared));
        }

        var sampling = SearchExtension.sampling(context, settings);
        SearchService service = session.service(settings);
        org.bayestrex.engine.model.DataDistribution distribution = subject.distribution();
        Overconfidence searches = Overconfidence.of(candidate, baseline, distribution)
                .labelledBy(oracle)
                .confidence(annotation.confidence())
                .sampling(sampling);
        Checkpoints.of(context, settings).directory().ifPresent(searches::checkpoint);
        CompletableFuture<ComparedModels> comparison = searches.submitForInspection(service);
        String name = candidate.name() + " against " + baseline.name();
        String replay = Replay.ofTest(test, sampling.seed(), Optional.empty());
        Map<String, ModelIdentity> models = models(candidate, baseline, subject.distribution(), oracle);
        return Stream.of(
                new ComparisonInvocation(name, test, comparison, candidate.labels(), models, distribution, replay));
    }

    private static Map<String, ModelIdentity> models(
            Classifier candidate, Classifier baseline, DataDistribution distribution, LabelOracle oracle) {
        Map<String, ModelIdentity> models = new LinkedHashMap<>();
        models.put("model under test", ModelIdentity.of(candidate));
        models.put("baseline", ModelIdentity.of(baseline));
        models.put("data distribution", ModelIdentity.of(distribution));
        if (oracle instanceof Judge judge) {
            models.put("judge", ModelIdentity.of(judge.classifier()));
        }
        return models;
    }

    /** The annotation, where it is what runs the method. */
    static Optional<OverconfidenceAgainst> compares(ExtensionContext context) {
        return context.getTestMethod()
                .filter(method -> SearchAnnotations.otherTest(method).isEmpty())
                .flatMap(method -> AnnotationSupport.findAnnotation(method, OverconfidenceAgainst.class));
    }

    /** Why a method has no comparison. */
    static ExtensionConfigurationException noComparison(ExtensionContext context) {
        String test = Declared.testName(context);
        Method method = context.getRequiredTestMethod();
        return SearchAnnotations.isComparison(method)
                ? Misuse.besideOther(
                        test, ANNOTATION, SearchAnnotations.otherTest(method).orElseThrow())
                : Misuse.comparisonWithoutSearches(test);
    }

    private static void requireUsable(Method method, String test, OverconfidenceAgainst annotation) {
        SearchAnnotations.otherTest(method).ifPresent(other -> {
            throw Misuse.besideOther(test, ANNOTATION, other);
        });
        if (SearchAnnotations.isSearch(method)) {
            throw Misuse.comparisonBesideSearch(test);
        }
        if (!(annotation.confidence() > 0 && annotation.confidence() <= 1)) {
            throw Misuse.confidence(ANNOTATION, test, annotation.confidence());
        }
        if (Arrays.stream(method.getParameterTypes()).noneMatch(Comparison.class::equals)) {
            throw Misuse.comparisonUnused(test);
        }
    }

    private static void requireSameClasses(
            String test, DeclaredSubject subject, Classifier candidate, Classifier baseline) {
        int classes = subject.classes(candidate);
        int others = subject.classes(baseline);
        if (classes != others) {
            throw Misuse.otherClasses(test, candidate.name(), classes, baseline.name(), others);
        }
    }
}
