/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import org.bayestrex.engine.explain.Occlusion;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Findings as kinds, and why. */
class ExplainTest {

    @TempDir
    Path folder;

    private Jupiter.Outcome run(Class<?> test, String report) {
        return Jupiter.with("bayestrex.report", report)
                .and("bayestrex.output.dir", folder.toString())
                .andRun(test);
    }

    @Test
    void theReportShowsTheKinds() {
        assertThat(run(OnMethod.class, "auto").failures()).isEmpty();

        assertThat(folder.resolve("ExplainTest-OnMethod/search-confident-in-1/report.html"))
                .content()
                .contains("What kinds of findings are there?", " different draws.");
        assertThat(folder.resolve("ExplainTest-OnMethod/plain-confident-in-1/report.html"))
                .content()
                .doesNotContain("What kinds of findings");
    }

    static class OnMethod {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @Explain(Explanation.OCCLUSION)
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}

        @HighConfidence(targetClass = 1)
        void plain(Findings findings) {}
    }

    @Test
    void aMetaAnnotationOnTheClassAndTheBuilderDoAsWell() {
        assertThat(run(Meta.class, "auto").failures()).isEmpty();
        assertThat(run(Built.class, "auto").failures()).isEmpty();

        assertThat(folder.resolve("ExplainTest-Meta/search-confident-in-1/report.html"))
                .content()
                .contains("What kinds of findings");
        assertThat(folder.resolve("ExplainTest-Built/search-confident-in-1/report.html"))
                .content()
                .contains("What kinds of findings");
    }

    @Explain(Explanation.OCCLUSION)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Explained {}

    @Explained
    static class Meta {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    static class Built {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier())
                .dataDistribution(Plane.points())
                .explain(new Occlusion())
                .sampling(Plane.QUICK)
                .build();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void aModelWithoutAGradientIsRefusedBeforeTheSearch() {
        assertThat(run(WithoutGradient.class, "off").failure())
                .isEqualTo(
                        "@Explain(SMOOTH_GRAD) on ExplainTest$WithoutGradient#search: SmoothGrad needs a gradient, and"
                                + " linear has none: it is no TorchScript model. Use @Explain(OCCLUSION), which asks for forward"
                                + " passes only.");
    }

    static class WithoutGradient {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @Explain
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void aMaskNeedsAGradientToo() {
        assertThat(run(MaskWithoutGradient.class, "off").failure())
                .startsWith(
                        "@Explain(DIFF_MASK) on ExplainTest$MaskWithoutGradient#search: DiffMask needs a gradient, and"
                                + " linear has none: it is no TorchScript model.");
    }

    static class MaskWithoutGradient {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @Explain(Explanation.DIFF_MASK)
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void theBuilderAndAClassAreOneTooMany() {
        assertThat(run(Twice.class, "off").failure())
                .startsWith("@Explain on ExplainTest$Twice: BayesTrex.builder().explain(...) gives another one");
    }

    @Explain(Explanation.OCCLUSION)
    static class Twice {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier())
                .dataDistribution(Plane.points())
                .explain(new Occlusion())
                .sampling(Plane.QUICK)
                .build();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }
}
