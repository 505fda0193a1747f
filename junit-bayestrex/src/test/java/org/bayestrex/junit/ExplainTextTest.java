/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bayestrex.engine.explain.Occlusion;
import org.bayestrex.engine.explain.SmoothGrad;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.text.GrammarJson;
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
    void soAreMasks() {
        assertThat(run(Masked.class).failure())
                .startsWith("@Explain(DIFF_MASK) on ExplainTextTest$Masked#search: DiffMask is for pictures")
                .endsWith(REMEDY);
    }

    static class Masked extends TextDistributionTest.Sentences {
        @Explain(Explanation.DIFF_MASK)
        @HighConfidenceFailures(excludeClass = 1)
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

    private static BayesTrex.Builder built() {
        try (InputStream grammar = ExplainTextTest.class.getResourceAsStream("/remarks.json")) {
            String json = new String(grammar.readAllBytes(), StandardCharsets.UTF_8);
            return BayesTrex.builder()
                    .modelUnderTest(Words.looksForFine("negative", "positive"))
                    .dataDistribution(
                            new org.bayestrex.engine.text.TextDistribution(GrammarJson.read(json), new Words()))
                    .sampling(Plane.QUICK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static class Built {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = built().explain(new SmoothGrad()).build();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    static class BuiltWell {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = built().explain(new Occlusion()).build();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }
}
