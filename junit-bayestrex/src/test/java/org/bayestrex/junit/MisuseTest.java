/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake is explained: the annotation, the attribute, the value, and what to do. */
class MisuseTest {

    @Test
    void unknownTargetClass() {
        assertThat(Jupiter.run(UnknownTarget.class).failure())
                .isEqualTo(
                        "@HighConfidence(targetClass = 12) on MisuseTest$UnknownTarget#search: linear has the classes "
                                + "0 to 2. Choose one of them.");
    }

    static class UnknownTarget extends OnThePlane {
        @HighConfidence(targetClass = 12)
        void search(Findings findings) {}
    }

    @Test
    void unknownExcludedClass() {
        assertThat(Jupiter.run(UnknownExcluded.class).failure())
                .startsWith("@HighConfidenceFailures(excludeClass = -2) on MisuseTest$UnknownExcluded#search");
    }

    static class UnknownExcluded extends OnThePlane {
        @HighConfidenceFailures(excludeClass = -2)
        void search(Findings findings) {}
    }

    @Test
    void unknownAmbiguousClass() {
        assertThat(Jupiter.run(UnknownAmbiguous.class).failure()).startsWith("@Ambiguous(classes = 3) on");
    }

    static class UnknownAmbiguous extends OnThePlane {
        @Ambiguous(classes = {1, 3})
        void search(Findings findings) {}
    }

    @Test
    void oneAmbiguousClass() {
        assertThat(Jupiter.run(OneAmbiguous.class).failure())
                .isEqualTo(
                        "@Ambiguous(classes = {1}) on MisuseTest$OneAmbiguous#search: one class cannot be ambiguous. "
                                + "Name two or more, or leave classes out for all that the model has.");
    }

    static class OneAmbiguous extends OnThePlane {
        @Ambiguous(classes = 1)
        void search(Findings findings) {}
    }

    @Test
    void repeatedAmbiguousClass() {
        assertThat(Jupiter.run(RepeatedAmbiguous.class).failure())
                .contains("@Ambiguous(classes = {1, 2, 1})", "class 1 stands there twice", "Name each class once");
    }

    static class RepeatedAmbiguous extends OnThePlane {
        @Ambiguous(classes = {1, 2, 1})
        void search(Findings findings) {}
    }

    @Test
    void confidenceOutOfRange() {
        assertThat(Jupiter.run(TooConfident.class).failure()).startsWith("@HighConfidence(confidence = 1.5) on");
    }

    static class TooConfident extends OnThePlane {
        @HighConfidence(confidence = 1.5)
        void search(Findings findings) {}
    }

    @Test
    void settingOutOfRange() {
        assertThat(Jupiter.run(OneChain.class).failure())
                .startsWith("@Sampling(chains) on MisuseTest$OneChain#search: ")
                .contains("2 or more", "but is 1");
    }

    static class OneChain extends OnThePlane {
        @Sampling(chains = 1)
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void malformedConfigurationParameter() {
        assertThat(Jupiter.with("bayestrex.chains", "many").andRun(Twice.class).failures())
                .first()
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasToString("org.junit.jupiter.api.extension.ExtensionConfigurationException: Configuration parameter "
                        + "bayestrex.chains = many: a whole number is expected.");
    }

    static class Twice extends OnThePlane {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void classToRepeatThatTheModelLacks() {
        assertThat(Jupiter.with("bayestrex.class", "7").andRun(Each.class).failure())
                .startsWith("Configuration parameter bayestrex.class = 7 for MisuseTest$Each#search");
    }

    static class Each extends OnThePlane {
        @HighConfidence
        void search(Findings findings) {}
    }

    @Test
    void missingFile() {
        assertThat(Jupiter.run(MissingFile.class).failure())
                .startsWith("@ModelUnderTest(value = \"models/none.pt\") on MisuseTest$MissingFile: there is no file "
                        + "models/none.pt (the working directory is ");
    }

    @ModelUnderTest("models/none.pt")
    @DataDistribution(value = "models/none.pt", latentSize = 2)
    static class MissingFile {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void missingResource() {
        assertThat(Jupiter.run(MissingResource.class).failure())
                .startsWith("@ModelUnderTest(value = \"classpath:none.pt\") on MisuseTest$MissingResource: there is no "
                        + "resource none.pt on the class path.");
    }

    @ModelUnderTest("classpath:none.pt")
    static class MissingResource {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void unresolvedParameter() {
        assertThat(Jupiter.run(Unresolved.class).failure())
                .contains("there is no configuration parameter release.model. Set it in junit-platform.properties");
    }

    @Test
    void resolvedParameterOfAMissingFile() {
        assertThat(Jupiter.with("release.model", "models/other.pt")
                        .andRun(Unresolved.class)
                        .failure())
                .contains("there is no file models/other.pt");
    }

    @ModelUnderTest("${release.model}")
    static class Unresolved {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void latentSizeBelowOne() {
        assertThat(Jupiter.run(NoLatents.class).failure()).startsWith("@DataDistribution(latentSize = 0) on");
    }

    static class NoLatents extends WithClassifier {
        @HighConfidence(targetClass = 1)
        @DataDistribution(value = "models/none.pt", latentSize = 0)
        void search(Findings findings) {}
    }

    @Test
    void fileThatIsNoModel() {
        assertThat(Jupiter.run(NoModelFile.class).failure()).startsWith("@DataDistribution(value = \"pom.xml\") on");
    }

    static class NoModelFile extends WithClassifier {
        @HighConfidence(targetClass = 1)
        @DataDistribution(value = "pom.xml", latentSize = 2)
        void search(Findings findings) {}
    }

    @Test
    void noPatternForMissingClasses() {
        assertThat(Jupiter.run(NoPattern.class).failure())
                .isEqualTo(
                        "@HighConfidenceFailures on MisuseTest$NoPattern#search: no distribution is known that lacks a "
                                + "class. Give @DataDistribution(without = \"...-without-{class}.pt\").");
    }

    static class NoPattern extends WithClassifier {
        @HighConfidenceFailures(excludeClass = 1)
        @DataDistribution(value = "pom.xml", latentSize = 2)
        void search(Findings findings) {}
    }

    @Test
    void patternWithoutPlaceholder() {
        assertThat(Jupiter.run(NoPlaceholder.class).failure())
                .startsWith("@DataDistribution(without = \"vae-without-2.pt\") on MisuseTest$NoPlaceholder#search")
                .contains("does not contain {class}");
    }

    static class NoPlaceholder extends WithClassifier {
        @HighConfidenceFailures(excludeClass = 1)
        @DataDistribution(value = "pom.xml", latentSize = 2, without = "vae-without-2.pt")
        void search(Findings findings) {}
    }

    @Test
    void noFunctionForMissingClasses() {
        assertThat(Jupiter.run(NoFunction.class).failure()).endsWith("Give BayesTrex.builder().without(cls -> ...).");
    }

    static class NoFunction {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier())
                .dataDistribution(Plane.points())
                .build();

        @HighConfidenceFailures(excludeClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void plainTestBesideASearch() {
        assertThat(Jupiter.run(BesidePlain.class).failures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageEndingWith(
                                "@HighConfidence on MisuseTest$BesidePlain#search: the method also carries @Test, which "
                                        + "would run it without a search. Remove @Test."));
    }

    static class BesidePlain extends OnThePlane {
        @Test
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void parameterizedTestBesideASearch() {
        assertThat(Jupiter.run(BesideParameterized.class).failures())
                .isNotEmpty()
                .last()
                .asString()
                .contains("the method also carries @ParameterizedTest");
    }

    static class BesideParameterized extends OnThePlane {
        @ParameterizedTest
        @ValueSource(ints = 1)
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void repeatedTestBesideASearch() {
        assertThat(Jupiter.run(BesideRepeated.class).failures())
                .isNotEmpty()
                .last()
                .asString()
                .contains("the method also carries @RepeatedTest");
    }

    static class BesideRepeated extends OnThePlane {
        @RepeatedTest(2)
        @Ambiguous
        void search(Findings findings) {}
    }

    @Test
    void twoSearchesOnOneMethod() {
        assertThat(Jupiter.run(TwoSearches.class).failure())
                .isEqualTo(
                        "@HighConfidence and @Ambiguous on MisuseTest$TwoSearches#search: one method takes one search. "
                                + "Write a method for each, or keep one annotation.");
    }

    static class TwoSearches extends OnThePlane {
        @Ambiguous
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void noModel() {
        assertThat(Jupiter.run(NoModel.class).failure())
                .startsWith("@ModelUnderTest is missing for MisuseTest$NoModel#search.")
                .contains("BayesTrex.builder().modelUnderTest(...)");
    }

    static class NoModel {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void noDistribution() {
        assertThat(Jupiter.run(NoDistribution.class).failure())
                .startsWith("@DataDistribution is missing for MisuseTest$NoDistribution#search.");
    }

    static class NoDistribution extends WithClassifier {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void modelGivenTwice() {
        assertThat(Jupiter.run(GivenTwice.class).failure())
                .startsWith(
                        "@ModelUnderTest on MisuseTest$GivenTwice: BayesTrex.builder().modelUnderTest(...) gives another");
    }

    @ModelUnderTest("models/none.pt")
    static class GivenTwice extends OnThePlane {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void findingsOnAPlain() {
        assertThat(Jupiter.run(Plain.class).failure())
                .endsWith("A parameter of type Findings on MisuseTest$Plain#search: the method has no search to take "
                        + "findings from. Replace @Test by @HighConfidence, @HighConfidenceFailures or @Ambiguous.");
    }

    static class Plain extends OnThePlane {
        @Test
        void search(Findings findings) {}
    }

    @Test
    void findingsOnAPlainOfAnAnnotatedClass() {
        assertThat(Jupiter.run(AnnotatedPlain.class).failure())
                .contains("A parameter of type Findings on MisuseTest$AnnotatedPlain#search");
    }

    @ModelUnderTest("models/none.pt")
    static class AnnotatedPlain {
        @Test
        void search(Findings findings) {}
    }

    @Test
    void searchWithoutFindings() {
        assertThat(Jupiter.run(NoParameter.class).failure())
                .isEqualTo(
                        "@Ambiguous on MisuseTest$NoParameter#search: the method has no parameter of type Findings, so "
                                + "it cannot check what was found. Add one.");
    }

    static class NoParameter extends OnThePlane {
        @Ambiguous
        void search() {}
    }

    @Test
    void modelsThatDoNotFitTogether() {
        assertThat(Jupiter.run(Unfit.class).failure())
                .startsWith("@ModelUnderTest and @DataDistribution on MisuseTest$Unfit#search do not fit together: ")
                .contains("linear");
    }

    static class Unfit {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier())
                .dataDistribution(org.bayestrex.engine.model.DataDistribution.of("line", 1, latents -> latents))
                .build();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    static class OnThePlane {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();
    }

    static class WithClassifier {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier(java.util.List.of("a", "b", "c")))
                .build();
    }
}
