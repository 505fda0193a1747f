/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Targets of a user's own, by an annotation. */
class TargetedAtTest {

    private static final Queue<Findings> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    /** No class is likely: the likeliest has at most .5. */
    record Hesitant(double limit) implements Target {

        private Hesitant() {
            this(.5);
        }

        @Override
        public String describe() {
            return "no confidence above " + limit;
        }

        @Override
        public void requireFits(int classes) {
            if (classes * limit < 1) {
                throw new IllegalArgumentException("the likeliest of " + classes + " has more than " + limit);
            }
        }

        @Override
        public double logLikelihood(double[] p, double sigma, double[] gradient) {
            int likeliest = likeliest(p);
            double excess = Math.max(0, p[likeliest] - limit) / sigma;
            gradient[likeliest] -= excess / sigma;
            return -.5 * excess * excess;
        }

        @Override
        public boolean contains(double[] p, double sigma) {
            return p[likeliest(p)] <= limit;
        }

        private static int likeliest(double[] p) {
            int best = 0;
            for (int k = 1; k < p.length; k++) {
                best = p[k] > p[best] ? k : best;
            }
            return best;
        }
    }

    @Test
    void aTargetOfOnesOwnIsSearchedFor() {
        // when
        Jupiter.Outcome outcome = Jupiter.run(Hesitating.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed()).containsExactly("no confidence above 0.5", "no confidence above 0.5");
        assertThat(SEEN).hasSize(2).allSatisfy(findings -> {
            assertThat(findings.target()).isEqualTo(new Hesitant(.5));
            assertThat(findings.inLevelSet())
                    .isNotEmpty()
                    .allSatisfy(sample -> assertThat(sample.confidences()[sample.predictedClass()])
                            .isLessThanOrEqualTo(.5));
        });
        assertThat(SEEN.stream().map(Findings::samples).distinct()).hasSize(1);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @TargetedAt(Hesitant.class)
    @interface WhereItHesitates {}

    static class Hesitating extends OnThePlane {
        @TargetedAt(Hesitant.class)
        void search(Findings findings) {
            SEEN.add(findings);
        }

        @WhereItHesitates
        void searchByAnAnnotationOfOnesOwn(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void aTargetThatDoesNotFitTheModel() {
        assertThat(Jupiter.run(Unfit.class).failure())
                .isEqualTo(
                        "@TargetedAt(TooHesitant.class) on TargetedAtTest$Unfit#search: the target does not fit linear "
                                + "(only for models of 4 classes or more). Correct the target, or take another model.");
    }

    static class TooHesitant extends Anything {
        @Override
        public void requireFits(int classes) {
            throw new IllegalArgumentException("only for models of 4 classes or more");
        }
    }

    static class Unfit extends OnThePlane {
        @TargetedAt(TooHesitant.class)
        void search(Findings findings) {}
    }

    @Test
    void aTargetWithoutValues() {
        assertThat(Jupiter.run(Unmade.class).failure())
                .startsWith(
                        "@TargetedAt(WithValues.class) on TargetedAtTest$Unmade#search: the class has no constructor "
                                + "without parameters");
    }

    static class WithValues extends Anything {
        WithValues(double limit) {
            assertThat(limit).isPositive();
        }
    }

    static class Unmade extends OnThePlane {
        @TargetedAt(WithValues.class)
        void search(Findings findings) {}
    }

    @Test
    void aTargetWhoseConstructorFails() {
        assertThat(Jupiter.run(Broken.class).failure())
                .isEqualTo(
                        "@TargetedAt(Failing.class) on TargetedAtTest$Broken#search: its constructor failed (no limit "
                                + "is set). Correct it.");
    }

    static class Failing extends Anything {
        Failing() {
            throw new IllegalStateException("no limit is set");
        }
    }

    static class Broken extends OnThePlane {
        @TargetedAt(Failing.class)
        void search(Findings findings) {}
    }

    @Test
    void anAbstractTarget() {
        assertThat(Jupiter.run(Abstract.class).failure())
                .startsWith("@TargetedAt(Target.class) on")
                .endsWith("none abstract.");
    }

    static class Abstract extends OnThePlane {
        @TargetedAt(Target.class)
        void search(Findings findings) {}
    }

    private static class Anything implements Target {

        @Override
        public String describe() {
            return "anything";
        }

        @Override
        public void requireFits(int classes) {}

        @Override
        public double logLikelihood(double[] p, double sigma, double[] gradient) {
            return 0;
        }

        @Override
        public boolean contains(double[] p, double sigma) {
            return true;
        }
    }

    static class OnThePlane {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();
    }
}
