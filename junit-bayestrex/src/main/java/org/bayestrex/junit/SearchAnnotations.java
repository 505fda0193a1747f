/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads the search annotation of a method, directly on it or on an annotation of the user's own. */
final class SearchAnnotations {

    private static final List<Class<? extends Annotation>> SEARCHES = List.of(
            HighConfidence.class,
            HighConfidenceFailures.class,
            Ambiguous.class,
            Interpolated.class,
            NovelClassConfidence.class,
            TargetedAt.class);

    private SearchAnnotations() {}

    static boolean isSearch(Method method) {
        return SEARCHES.stream().anyMatch(type -> AnnotationSupport.isAnnotated(method, type));
    }

    static boolean isComparison(Method method) {
        return AnnotationSupport.isAnnotated(method, OverconfidenceAgainst.class);
    }

    /** The annotation beside the search that makes JUnit run the method another way. */
    static Optional<String> otherTest(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(SearchAnnotations::isOtherTest)
                .map(Class::getSimpleName)
                .findFirst();
    }

    /**
     * The search that a method asks for.
     *
     * @param where the method, for messages
     */
    static SearchRequest read(Method method, String where) {
        List<SearchRequest> requests = new ArrayList<>();
        AnnotationSupport.findAnnotation(method, HighConfidence.class)
                .ifPresent(found -> requests.add(
                        new SearchRequest.OfHighConfidence(where, found.targetClass(), found.confidence())));
        AnnotationSupport.findAnnotation(method, HighConfidenceFailures.class)
                .ifPresent(
                        found -> requests.add(new SearchRequest.OfHighConfidenceFailures(where, found.excludeClass())));
        AnnotationSupport.findAnnotation(method, Ambiguous.class)
                .ifPresent(found -> requests.add(new SearchRequest.OfAmbiguous(
                        where, IntStream.of(found.classes()).boxed().toList())));
        AnnotationSupport.findAnnotation(method, Interpolated.class)
                .ifPresent(
                        found -> requests.add(new InterpolatedRequest(where, found.from(), found.to(), found.steps())));
        AnnotationSupport.findAnnotation(method, NovelClassConfidence.class)
                .ifPresent(found -> requests.add(new NovelClassRequest(where, found.targetClass())));
        AnnotationSupport.findAnnotation(method, TargetedAt.class)
                .ifPresent(found -> requests.add(new OwnTargetRequest(where, found.value())));
        if (requests.size() > 1) {
            throw Misuse.severalSearches(
                    where, requests.stream().map(SearchRequest::annotation).toList());
        }
        SearchRequest request = requests.get(0);
        otherTest(method).ifPresent(other -> {
            throw Misuse.besideOther(where, request.annotation(), other);
        });
        return request;
    }

    private static boolean isOtherTest(Class<? extends Annotation> type) {
        boolean search = type == OverconfidenceAgainst.class
                || AnnotationSupport.isAnnotated(type, OverconfidenceAgainst.class)
                || SEARCHES.stream().anyMatch(known -> known == type || AnnotationSupport.isAnnotated(type, known));
        return !search
                && (type == Test.class
                        || type == TestFactory.class
                        || AnnotationSupport.isAnnotated(type, Test.class)
                        || AnnotationSupport.isAnnotated(type, TestFactory.class)
                        || AnnotationSupport.isAnnotated(type, TestTemplate.class));
    }
}
