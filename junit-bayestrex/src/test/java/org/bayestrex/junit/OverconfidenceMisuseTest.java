/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.bayestrex.engine.rate.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each mistake with a comparison is explained. */
class OverconfidenceMisuseTest {

    static BayesTrex.Builder plane() {
        return OverconfidenceAgainstTest.against(OverconfidenceAgainstTest.slope("flat", 3))
                .sampling(Plane.QUICK);
    }

    @Test
    void nobodyKnowsTheLabels() {
        assertThat(Jupiter.run(NoLabels.class).failure())
                .isEqualTo("@OverconfidenceAgainst on OverconfidenceMisuseTest$NoLabels#search: nobody knows the true "
                        + "labels of generated inputs. Add @LabelledBy(judge = \"...\") for a classifier of another kind "
                        + "or @LabelledBy(file = \"...\") for people's labels; or give BayesTrex.builder().labelledBy(...). No label "
                        + "is needed for @HighConfidenceFailures, with @DataDistribution(without = "
                        + "\"...-without-{class}.pt\"): ask that of each model.");
    }

    static class NoLabels {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier())
                .dataDistribution(Plane.points())
                .baseline(Plane.unsure())
                .build();

        @OverconfidenceAgainst
        void search(Comparison comparison) {}
    }

    @Test
    void noBaseline() {
        assertThat(Jupiter.run(NoBaseline.class).failure())
                .startsWith(
                        "@OverconfidenceAgainst on OverconfidenceMisuseTest$NoBaseline#search: there is no model to "
                                + "be held against. Give @OverconfidenceAgainst(baseline = ");
    }

    static class NoBaseline {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier())
                .dataDistribution(Plane.points())
                .labelledBy(OverconfidenceAgainstTest.TRUTH)
                .build();

        @OverconfidenceAgainst
        void search(Comparison comparison) {}
    }

    @Test
    void baselineGivenTwice() {
        assertThat(Jupiter.run(TwoBaselines.class).failure())
                .startsWith(
                        "@OverconfidenceAgainst(baseline = \"other.pt\") on OverconfidenceMisuseTest$TwoBaselines#search: "
                                + "BayesTrex.builder().baseline(...) gives another one.");
    }

    static class TwoBaselines {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = plane().build();

        @OverconfidenceAgainst(baseline = "other.pt")
        void search(Comparison comparison) {}
    }

    @Test
    void missingBaselineFile() {
        assertThat(Jupiter.run(MissingBaseline.class).failure())
                .startsWith("@OverconfidenceAgainst(baseline = \"none.pt\") on "
                        + "OverconfidenceMisuseTest$MissingBaseline#search: there is no file none.pt");
    }

    static class MissingBaseline {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier())
                .dataDistribution(Plane.points())
                .labelledBy(OverconfidenceAgainstTest.TRUTH)
                .build();

        @OverconfidenceAgainst(baseline = "none.pt")
        void search(Comparison comparison) {}
    }

    @Test
    void baselineOfOtherClasses() {
        assertThat(Jupiter.run(OtherClasses.class).failure())
                .isEqualTo(
                        "@OverconfidenceAgainst on OverconfidenceMisuseTest$OtherClasses#search: steep has 2 classes and "
                                + "the baseline linear has 3. Name a baseline of the same classes.");
    }

    static class OtherClasses {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = plane().baseline(Plane.classifier()).build();

        @OverconfidenceAgainst
        void search(Comparison comparison) {}
    }

    @Test
    void confidenceOutOfRange() {
        assertThat(Jupiter.run(TooConfident.class).failure())
                .startsWith("@OverconfidenceAgainst(confidence = 1.5) on OverconfidenceMisuseTest$TooConfident#search");
    }

    static class TooConfident {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = plane().build();

        @OverconfidenceAgainst(confidence = 1.5)
        void search(Comparison comparison) {}
    }

    @Test
    void noParameter() {
        assertThat(Jupiter.run(NoParameter.class).failure())
                .startsWith("@OverconfidenceAgainst on OverconfidenceMisuseTest$NoParameter#search: the method has no "
                        + "parameter of type Comparison");
    }

    static class NoParameter {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = plane().build();

        @OverconfidenceAgainst
        void search() {}
    }

    @Test
    void comparisonWithoutTheAnnotation() {
        assertThat(Jupiter.run(PlainTest.class).failure())
                .contains(
                        "A parameter of type Comparison on OverconfidenceMisuseTest$PlainTest#search: the method compares "
                                + "no models.");
        assertThat(Jupiter.run(OfSearch.class).failure())
                .contains("A parameter of type Comparison on OverconfidenceMisuseTest$OfSearch#search");
    }

    static class PlainTest {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = plane().build();

        @Test
        void search(Comparison comparison) {}
    }

    static class OfSearch {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = plane().build();

        @HighConfidence(targetClass = 1)
        void search(org.bayestrex.engine.search.Findings findings, Comparison comparison) {}
    }

    @Test
    void besideAnotherTestAnnotation() {
        assertThat(Jupiter.run(AlsoTest.class).failures())
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("@OverconfidenceAgainst on OverconfidenceMisuseTest$AlsoTest#search: the "
                                + "method also carries @Test"));
        assertThat(Jupiter.run(AlsoSearch.class).failures())
                .anySatisfy(failure -> assertThat(failure).hasMessageContaining("asks for a search, too"));
    }

    static class AlsoTest {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = plane().build();

        @Test
        @OverconfidenceAgainst
        void search(Comparison comparison) {}
    }

    static class AlsoSearch {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = plane().build();

        @OverconfidenceAgainst
        @HighConfidence(targetClass = 1)
        void search(Comparison comparison, org.bayestrex.engine.search.Findings findings) {}
    }

    @Test
    void labelSourcesThatSayNothingOrTooMuch() {
        assertThat(Jupiter.run(EmptySource.class).failure())
                .isEqualTo(
                        "@LabelledBy on OverconfidenceMisuseTest$EmptySource#search: nothing is given. Give one of judge, "
                                + "file and conditionalGenerator.");
        assertThat(Jupiter.run(TwoSources.class).failure()).contains("judge and file are given at once");
        assertThat(Jupiter.run(OnClass.class).failure())
                .startsWith(
                        "@LabelledBy on OverconfidenceMisuseTest$OnClass: BayesTrex.builder().labelledBy(...) gives");
    }

    static class EmptySource {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = plane().build();

        @LabelledBy
        @OverconfidenceAgainst
        void search(Comparison comparison) {}
    }

    static class TwoSources {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = plane().build();

        @LabelledBy(judge = "a.pt", file = "labels.csv")
        @OverconfidenceAgainst
        void search(Comparison comparison) {}
    }

    @LabelledBy(judge = "a.pt")
    static class OnClass {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = plane().build();

        @OverconfidenceAgainst
        void search(Comparison comparison) {}
    }

    @Test
    void marginsThatNoDifferenceReaches() {
        Comparison comparison = Comparison.of("a", "b", List.of(), List.of(), 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BayesTrexAssertions.assertThat(comparison).isNotMoreOverconfidentThanBaselineBy(Double.NaN))
                .withMessageContaining("lies in [-1, 1]");
    }
}
