/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bayestrex.engine.explain.DifferentiableMasking;
import org.bayestrex.engine.explain.Occlusion;
import org.bayestrex.engine.explain.SmoothGrad;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@link Explain} on sentences: each word is taken away, and nothing else is done to them. */
class ExplainTextTest {

    private static final String REMEDY =
            " are sentences, whose words have no values that could be changed a little. Use @Explain(OCCLUSION), or "
                    + "BayesTrex.builder().explain(new Occlusion()), which takes each word away in turn.";

    @TempDir
    Path folder;

    private Jupiter.Outcome run(Class<?> test) {
        return Jupiter.with("bayestrex.report", "auto")
                .and("bayestrex.output.dir", folder.toString())
                .andRun(test);
    }

    @Test
    void theReportShowsWhichWordItIs() {
        // when
        Jupiter.Outcome outcome = run(Occluded.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(folder.resolve("ExplainTextTest-Occluded/search-wrongly-confident-in-1-positive/report.html"))
                .content()
                .contains("What kinds of findings are there?", ">fine</span>", "+8.0", "Without “fine” 1.8&nbsp;%.");
    }

    @Explain(Explanation.OCCLUSION)
    static class Occluded extends TextDistributionTest.Sentences {
        @HighConfidenceFailures(excludeClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void gradientsAreRefusedBeforeTheSearch() {
        assertThat(run(Smooth.class).failure())
                .isEqualTo(
                        "@Explain(SMOOTH_GRAD) on ExplainTextTest$Smooth#search: SmoothGrad is for pictures, but the inputs of "
                                + "@TextDistribution(grammar = \"classpath:remarks.json\")" + REMEDY);
        assertThat(run(Plain.class).failure()).startsWith("@Explain(GRADIENT) on ExplainTextTest$Plain: ");
        assertThat(run(Integrated.class).failure())
                .startsWith("@Explain(INTEGRATED_GRADIENTS) on ExplainTextTest$Integrated: ");
    }

    static class Smooth extends TextDistributionTest.Sentences {
        @Explain
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Explain(Explanation.GRADIENT)
    static class Plain extends TextDistributionTest.Sentences {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Explain(Explanation.INTEGRATED_GRADIENTS)
    static class Integrated extends TextDistributionTest.Sentences {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void masksAreForModelsThatShowTheirStates() {
        assertThat(run(Masked.class).failure())
                .isEqualTo(
                        "@Explain(DIFF_MASK) on ExplainTextTest$Masked#search: DiffMask of sentences replaces what their words are "
                                + "embedded as, but the model looks for fine does not show its hidden states (with a temperature, no model "
                                + "does). Use @Explain(OCCLUSION), or BayesTrex.builder().explain(new Occlusion()), which takes each word away "
                                + "in turn; or let the Classifier implement MaskableModel, or offer one by "
                                + "Classifier.as(MaskableModel.class).");
    }

    static class Masked extends TextDistributionTest.Sentences {
        @Explain(Explanation.DIFF_MASK)
        @HighConfidenceFailures(excludeClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void theReportShowsWhichWordsAreEnough() {
        // when
        Jupiter.Outcome outcome = run(Maskable.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(folder.resolve("ExplainTextTest-Maskable/search-confident-in-1-positive/report.html"))
                .content()
                .contains(
                        "What kinds of findings are there?",
                        "line-through\">film</span>",
                        "background:#F4A582\">fine</span>",
                        "masked, 98.2&nbsp;%. Kept: 1 of",
                        "Divergence 0.000, at most 0.100 allowed.")
                .doesNotContain("VIOLATED", "against the class");
    }

    static class Maskable {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = built(Words.showsItsStates("negative", "positive"))
                .explain(new DifferentiableMasking())
                .build();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void theBuildersSentencesAreSentencesToo() {
        assertThat(run(Built.class).failure())
                .isEqualTo(
                        "BayesTrex.builder().explain(...) on ExplainTextTest$Built#search: SmoothGrad is for pictures, but the "
                                + "inputs of the distribution remarks" + REMEDY);
        assertThat(run(BuiltWell.class).failures()).isEmpty();
    }

    private static BayesTrex.Builder built(Classifier classifier) {
        return BayesTrex.builder()
                .modelUnderTest(classifier)
                .dataDistribution(Words.remarks())
                .sampling(Plane.QUICK);
    }

    static class Built {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = built(Words.looksForFine("negative", "positive"))
                .explain(new SmoothGrad())
                .build();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    static class BuiltWell {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = built(Words.looksForFine("negative", "positive"))
                .explain(new Occlusion())
                .build();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }
}
