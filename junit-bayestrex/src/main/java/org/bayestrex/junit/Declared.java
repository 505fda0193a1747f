/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * An annotation and where it was found.
 *
 * @param annotation the annotation, possibly from a meta-annotation
 * @param element the class or method that carries it
 */
record Declared<A extends Annotation>(A annotation, AnnotatedElement element) {

    /** Every annotation of a type that holds for a test, the nearest first: method, class, enclosing classes. */
    static <A extends Annotation> List<Declared<A>> nearestFirst(ExtensionContext context, Class<A> type) {
        List<Declared<A>> found = new ArrayList<>();
        for (AnnotatedElement element : elements(context)) {
            AnnotationSupport.findAnnotation(element, type)
                    .ifPresent(annotation -> found.add(new Declared<>(annotation, element)));
        }
        return found;
    }

    /** Classes come from the contexts, not from the source: an inherited nested class runs inside a subclass. */
    private static Set<AnnotatedElement> elements(ExtensionContext context) {
        Set<AnnotatedElement> elements = new LinkedHashSet<>();
        context.getTestMethod().ifPresent(elements::add);
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            at.get().getTestClass().ifPresent(elements::add);
        }
        return elements;
    }

    /** Whether it counts before another one, of whatever type, of the same test. */
    boolean isNearerThan(Declared<?> other, ExtensionContext context) {
        List<AnnotatedElement> order = List.copyOf(elements(context));
        return order.indexOf(element) < order.indexOf(other.element);
    }

    boolean isOnMethod() {
        return element instanceof Method;
    }

    /** The element as a message names it. */
    String where() {
        return name(element);
    }

    /** A class or method as Surefire's {@code -Dtest} names it: without the package, nested classes after a dollar. */
    static String name(AnnotatedElement element) {
        if (element instanceof Method method) {
            return name(method.getDeclaringClass()) + "#" + method.getName();
        }
        Class<?> type = (Class<?>) element;
        String packageName = type.getPackageName();
        return packageName.isEmpty() ? type.getName() : type.getName().substring(packageName.length() + 1);
    }

    /** The test as Surefire's {@code -Dtest} names it. */
    static String testName(ExtensionContext context) {
        String type = context.getTestClass().map(Declared::name).orElse("");
        return context.getTestMethod()
                .map(method -> type + "#" + method.getName())
                .orElse(type);
    }
}
