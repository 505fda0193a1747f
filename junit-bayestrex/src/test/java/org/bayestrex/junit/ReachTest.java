/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Searches in nested and inherited classes, on interfaces, in composed annotations, in parallel, with models made late. */
class ReachTest {

    private static final Set<Object> CLOSED = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void forget() {
        CLOSED.clear();
    }

    @Test
    void nestedClassesTakeTheModelsOfTheirEnclosingClass() {
        assertPassed(Jupiter.run(Enclosing.class), "confident in 1");
    }

    static class Enclosing {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @Nested
        class Inner {
            @HighConfidence(targetClass = 1)
            void search(Findings findings) {}
        }
    }

    @Test
    void searchesAreInherited() {
        assertPassed(Jupiter.run(Sub.class), "ambiguous 0 v 1", "confident in 1");
    }

    abstract static class Base {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    interface Searched {
        @Ambiguous(classes = {0, 1})
        default void interfaceSearch(Findings findings) {}
    }

    static class Sub extends Base implements Searched {}

    @Test
    void searchesAndSettingsCanBeComposed() {
        assertPassed(Jupiter.run(Composed.class), "confident in 2");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @HighConfidence(targetClass = 2)
    @Sampling(seed = 99)
    @interface SeesNeither {}

    static class Composed {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @SeesNeither
        void search(Findings findings) {
            assertThat(findings.seed()).isEqualTo(99);
        }
    }

    @Test
    void testsRunInParallel() {
        List<String> names = IntStream.range(0, 12)
                .mapToObj(i -> "confident in " + i % 3)
                .sorted()
                .toList();

        assertPassed(
                Jupiter.with("junit.jupiter.execution.parallel.enabled", "true")
                        .and("junit.jupiter.execution.parallel.mode.default", "concurrent")
                        .and("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                        .andRun(Parallel.class, OtherParallel.class),
                names.toArray(String[]::new));
    }

    static class Parallel extends Base {
        @HighConfidence
        void each(Findings findings) {}

        @Override
        @HighConfidence
        void search(Findings findings) {}
    }

    static class OtherParallel extends Parallel {}

    @Test
    void nearestExtensionCounts() {
        assertPassed(Jupiter.run(Wide.class), "confident in 1 (up)");
    }

    static class Wide {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @Nested
        class Narrow {
            @RegisterExtension
            static final BayesTrex BAYES_TREX = BayesTrex.builder()
                    .modelUnderTest(Plane.classifier(List.of("left", "up", "neither")))
                    .dataDistribution(Plane.points())
                    .sampling(Plane.QUICK)
                    .build();

            @HighConfidence(targetClass = 1)
            void search(Findings findings) {}
        }
    }

    @Test
    void modelsThatTheExtensionMadeAreMadeOnceAndClosed() {
        assertPassed(Jupiter.run(MadeLate.class), "confident in 0", "confident in 1");

        assertThat(CLOSED).hasSize(1);
    }

    static class MadeLate {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(() -> new Closing(Plane.classifier()))
                .dataDistribution(Plane::points)
                .sampling(Plane.QUICK)
                .build();

        @HighConfidence(targetClass = 0)
        void first(Findings findings) {}

        @HighConfidence(targetClass = 1)
        void second(Findings findings) {}
    }

    @Test
    void modelsThatTheUserMadeStayOpen() {
        assertPassed(Jupiter.run(MadeBefore.class), "confident in 0");

        assertThat(CLOSED).isEmpty();
    }

    static class MadeBefore {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(new Closing(Plane.classifier()))
                .dataDistribution(Plane.points())
                .sampling(Plane.QUICK)
                .build();

        @HighConfidence(targetClass = 0)
        void first(Findings findings) {}
    }

    @Test
    void aModelThatThrowsFailsTheTestWithTheLineThatRepeatsIt() {
        assertThat(Jupiter.run(Throwing.class).failures())
                .singleElement()
                .asString()
                .contains(
                        "out of order",
                        "mvn test -Dtest='ReachTest$Throwing#search' -Dbayestrex.seed=1 -Dsurefire.failIfNoSpecifiedTests=false");
    }

    static class Throwing {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Classifier.of("broken", List.of("a", "b"), inputs -> {
                    throw new IllegalStateException("out of order");
                }))
                .dataDistribution(Plane.points())
                .sampling(Plane.QUICK)
                .build();

        @HighConfidence(targetClass = 0)
        void search(Findings findings) {}
    }

    private static void assertPassed(Jupiter.Outcome outcome, String... names) {
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed()).containsExactlyInAnyOrder(names);
    }

    private record Closing(Classifier delegate) implements Classifier {
        @Override
        public String name() {
            return delegate.name();
        }

        @Override
        public List<String> labels() {
            return delegate.labels();
        }

        @Override
        public org.bayestrex.engine.model.Tensor logits(org.bayestrex.engine.model.Tensor inputs) {
            return delegate.logits(inputs);
        }

        @Override
        public void close() {
            CLOSED.add(this);
        }
    }
}
