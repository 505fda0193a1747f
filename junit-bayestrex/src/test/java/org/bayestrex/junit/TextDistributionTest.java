/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.text.TextEncoding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@link TextDistribution}: sentences are searched, and the grammar knows what is true of them. */
class TextDistributionTest {

    private static final Queue<Findings> SEEN = new ConcurrentLinkedQueue<>();
    private static final Queue<Comparison> COMPARED = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
        COMPARED.clear();
    }

    static BayesTrex fine(String... labels) {
        return BayesTrex.builder()
                .modelUnderTest(Words.looksForFine(labels))
                .sampling(Plane.QUICK.withDraws(40).withDeadline(Duration.ofSeconds(60)))
                .build();
    }

    @TextDistribution(grammar = "classpath:remarks.json", encoding = Words.class)
    static class Sentences {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = fine("negative", "positive");
    }

    @Test
    void sentencesOfOtherClassesAreFailures() {
        // when
        Jupiter.Outcome outcome = Jupiter.run(Failures.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed()).containsExactly("wrongly confident in 1 (positive)");
        Findings findings = SEEN.element();
        assertThat(findings.wrongLabelShare().lower()).isEqualTo(1);
        // of what is negative, "was not fine" and "was dull", one half says "fine"
        assertThat(findings.failureRate().lower()).isLessThan(.5);
        assertThat(findings.failureRate().upper()).isGreaterThan(.5);
        assertThat(findings.inLevelSet())
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(read(findings, sample.input())).endsWith("was not fine"));
    }

    private static String read(Findings findings, Tensor input) {
        return findings.spec().distribution().textOf(input).orElseThrow();
    }

    static class Failures extends Sentences {
        @HighConfidenceFailures(excludeClass = 1)
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void theGrammarIsTheTrueLabel() {
        // when
        Jupiter.Outcome outcome = Jupiter.run(Confident.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        Findings findings = SEEN.element();
        assertThat(findings.wrongLabelShare().lower()).isLessThan(.5);
        assertThat(findings.wrongLabelShare().upper()).isGreaterThan(.5);
    }

    static class Confident extends Sentences {
        @HighConfidence(targetClass = 0)
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void theGrammarIsTheTrueLabelOfTwoModelsToo() {
        // when
        Jupiter.Outcome outcome = Jupiter.run(Compared.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        Comparison comparison = COMPARED.element();
        assertThat(comparison.candidate().ofClass(1).accuracy().lower()).isLessThan(.5);
        assertThat(comparison.candidate().ofClass(1).accuracy().upper()).isBetween(.5, .9);
        assertThat(comparison.excessOverconfidence().lower()).isLessThanOrEqualTo(0);
        assertThat(comparison.excessOverconfidence().upper()).isGreaterThanOrEqualTo(0);
    }

    @TextDistribution(grammar = "classpath:remarks.json", encoding = Words.class)
    static class Compared {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Words.looksForFine("negative", "positive"))
                .baseline(Words.looksForFine("negative", "positive"))
                .sampling(Plane.QUICK.withDraws(40).withDeadline(Duration.ofSeconds(60)))
                .build();

        @OverconfidenceAgainst
        void search(Comparison comparison) {
            COMPARED.add(comparison);
        }
    }

    @Test
    void twoDistributionsAtOnce() {
        assertThat(Jupiter.run(Twice.class).failure())
                .isEqualTo(
                        "@SceneDistribution on TextDistributionTest$Twice: @TextDistribution stands there too. Keep one of "
                                + "the two.");
    }

    @SceneDistribution
    @TextDistribution(grammar = "classpath:remarks.json", encoding = Words.class)
    static class Twice extends Sentences {
        @HighConfidence(targetClass = 0)
        void search(Findings findings) {}
    }

    @Test
    void aMissingGrammar() {
        assertThat(Jupiter.run(Missing.class).failure())
                .startsWith(
                        "@TextDistribution(grammar = \"nowhere.json\") on TextDistributionTest$Missing: there is no file "
                                + "nowhere.json");
    }

    @TextDistribution(grammar = "nowhere.json", encoding = Words.class)
    static class Missing extends Sentences {
        @HighConfidence(targetClass = 0)
        void search(Findings findings) {}
    }

    @Test
    void aFileThatIsNoGrammar() {
        assertThat(Jupiter.run(Malformed.class).failure())
                .startsWith("@TextDistribution(grammar = \"pom.xml\") on " + "TextDistributionTest$Malformed: ")
                .contains("This is no grammar: it is no JSON");
    }

    @TextDistribution(grammar = "pom.xml", encoding = Words.class)
    static class Malformed extends Sentences {
        @HighConfidence(targetClass = 0)
        void search(Findings findings) {}
    }

    @Test
    void classesInAnotherOrder() {
        assertThat(Jupiter.run(OtherOrder.class).failure())
                .isEqualTo(
                        "@TextDistribution(grammar = \"classpath:remarks.json\") on TextDistributionTest$OtherOrder: the "
                                + "grammar's classes are [negative, positive], but the model looks for fine has the classes [positive, "
                                + "negative]. Name the model's classes in the grammar, all of them and in its order.");
    }

    @TextDistribution(grammar = "classpath:remarks.json", encoding = Words.class)
    static class OtherOrder {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = fine("positive", "negative");

        @HighConfidence(targetClass = 0)
        void search(Findings findings) {}
    }

    @Test
    void anEncodingThatCannotBeMade() {
        assertThat(Jupiter.run(Abstract.class).failure())
                .startsWith(
                        "@TextDistribution(encoding = TextEncoding.class) on TextDistributionTest$Abstract: no object of it "
                                + "can be made")
                .endsWith("Give a class that is not abstract and has a constructor without parameters.");
    }

    @TextDistribution(grammar = "classpath:remarks.json", encoding = TextEncoding.class)
    static class Abstract extends Sentences {
        @HighConfidence(targetClass = 0)
        void search(Findings findings) {}
    }

    @Test
    void anEncodingThatTheModelDoesNotTake() {
        assertThat(Jupiter.run(TooNarrow.class).failure())
                .startsWith("The model under test and @TextDistribution(encoding = Narrow.class) on "
                        + "TextDistributionTest$TooNarrow#search do not fit together: ")
                .contains("sentences of 6 tokens are expected");
    }

    static final class Narrow implements TextEncoding {
        @Override
        public int[] encode(String sentence) {
            return new int[] {sentence.length()};
        }

        @Override
        public String decode(int[] tokens) {
            return tokens[0] + " letters";
        }

        @Override
        public int limit() {
            return 1;
        }
    }

    @TextDistribution(grammar = "classpath:remarks.json", encoding = Narrow.class)
    static class TooNarrow {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = fine();

        @HighConfidence(targetClass = 0)
        void search(Findings findings) {}
    }

    @Test
    void novelClasses() {
        assertThat(Jupiter.run(Novel.class).failure())
                .startsWith(
                        "@NovelClassConfidence on TextDistributionTest$Novel#search: the sentences of @TextDistribution on ")
                .endsWith("Use @HighConfidence.");
    }

    static class Novel extends Sentences {
        @NovelClassConfidence(targetClass = 0)
        void search(Findings findings) {}
    }

    @Test
    void anOracleBesideTheGrammar() {
        assertThat(Jupiter.run(WithOracle.class).failure())
                .startsWith("Labels for TextDistributionTest$WithOracle#search: the true label comes from the grammar")
                .contains("no oracle is needed", "Take @LabelledBy", "away");
    }

    static class WithOracle extends Sentences {
        @LabelledBy(file = "labels.csv")
        @HighConfidence(targetClass = 0)
        void search(Findings findings) {}
    }
}
