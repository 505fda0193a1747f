/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What a method's search annotation asks for. */
sealed interface SearchRequest
        permits SearchRequest.OfHighConfidence,
                SearchRequest.OfHighConfidenceFailures,
                SearchRequest.OfAmbiguous,
                InterpolatedRequest,
                NovelClassRequest,
                OwnTargetRequest {

    /** The annotation's simple name. */
    String annotation();

    /**
     * The searches, one for each invocation.
     *
     * @param subject the models
     * @param only the one to run, of those that come in turn
     */
    List<SearchCase> cases(Subject subject, Only only);

    /**
     * What the searches make together in the report.
     *
     * @param folder where the files of all invocations together belong
     */
    default Optional<StripSoFar> strip(Subject subject, Path folder) {
        return Optional.empty();
    }

    /** {@link HighConfidence}. */
    record OfHighConfidence(String where, int targetClass, double confidence) implements SearchRequest {

        public OfHighConfidence {
            if (!(confidence > 0 && confidence <= 1)) {
                throw Misuse.confidence(where, confidence);
            }
        }

        @Override
        public String annotation() {
            return "HighConfidence";
        }

        @Override
        public List<SearchCase> cases(Subject subject, Only only) {
            return new ClassChoice(where, annotation(), "targetClass", targetClass).cases(subject, only, cls -> {
                var target = new org.bayestrex.engine.target.HighConfidence(cls, confidence);
                return new SearchCase(
                        target, subject.distribution(), target.describe() + label(subject, cls), Optional.empty());
            });
        }
    }

    /** {@link HighConfidenceFailures}. */
    record OfHighConfidenceFailures(String where, int excludeClass) implements SearchRequest {

        @Override
        public String annotation() {
            return "HighConfidenceFailures";
        }

        @Override
        public List<SearchCase> cases(Subject subject, Only only) {
            return new ClassChoice(where, annotation(), "excludeClass", excludeClass).cases(subject, only, cls -> {
                var target = org.bayestrex.engine.target.HighConfidence.of(cls);
                return new SearchCase(
                        target,
                        subject.without(cls),
                        "wrongly " + target.describe() + label(subject, cls),
                        Optional.empty());
            });
        }
    }

    /** {@link Ambiguous}. */
    record OfAmbiguous(String where, List<Integer> classes) implements SearchRequest {

        public OfAmbiguous {
            if (classes.size() == 1) {
                throw Misuse.oneAmbiguousClass(where, classes.get(0));
            }
            Set<Integer> seen = new TreeSet<>();
            for (int cls : classes) {
                if (!seen.add(cls)) {
                    throw Misuse.repeatedAmbiguousClass(where, classes, cls);
                }
            }
            classes = List.copyOf(seen);
        }

        @Override
        public String annotation() {
            return "Ambiguous";
        }

        @Override
        public List<SearchCase> cases(Subject subject, Only only) {
            if (!classes.isEmpty()) {
                classes.forEach(cls -> requireClass(where, annotation(), "classes", cls, subject));
            }
            var target = new org.bayestrex.engine.target.Ambiguous(classes);
            return List.of(new SearchCase(target, subject.distribution(), target.describe(), Optional.empty()));
        }
    }

    /** Refuses a class that the model does not have. */
    static void requireClass(String where, String annotation, String attribute, int cls, Subject subject) {
        int classes = subject.classes();
        if (cls < 0 || cls >= classes) {
            throw Misuse.unknownClass(
                    where, annotation, attribute, cls, subject.classifier().name(), classes);
        }
    }

    /** A class's name after its number, where it has one. */
    static String label(Subject subject, int cls) {
        List<String> labels = subject.classifier().labels();
        boolean named = !labels.isEmpty() && !labels.get(cls).equals(String.valueOf(cls));
        return named ? " (" + labels.get(cls) + ")" : "";
    }

    /**
     * An attribute that holds one class, or -1 for each in turn.
     *
     * @param where class and method, for messages
     * @param annotation the annotation's name
     * @param attribute the attribute's name
     * @param value the attribute's value
     */
    record ClassChoice(String where, String annotation, String attribute, int value) {

        private static final int EACH = -1;

        List<SearchCase> cases(Subject subject, Only only, IntFunction<SearchCase> search) {
            int classes = subject.classes();
            if (value != EACH) {
                requireClass(where, annotation, attribute, value, subject);
                return List.of(search.apply(value));
            }
            OptionalInt one = only.cls();
            if (one.isPresent() && (one.getAsInt() < 0 || one.getAsInt() >= classes)) {
                throw Misuse.noSuchClassToRepeat(
                        where, one.getAsInt(), subject.classifier().name(), classes);
            }
            return IntStream.range(0, classes)
                    .filter(cls -> one.isEmpty() || one.getAsInt() == cls)
                    .mapToObj(cls -> inTurn(search.apply(cls), cls))
                    .toList();
        }

        private static SearchCase inTurn(SearchCase search, int cls) {
            return new SearchCase(
                    search.target(),
                    search.distribution(),
                    search.displayName(),
                    Optional.of(new Turn(Settings.CLASS, cls)));
        }
    }
}
