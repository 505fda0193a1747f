/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.junit.report.Outcome;

/** Runs as a test wants them. */
final class Facts {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final String HASH = "0123456789abcdef".repeat(4);

    private static final List<String> CLASSES = List.of("0", "1", "2");

    private Facts() {}

    /** A test about a class, whose failure rate is to be below .001. */
    static TestFacts about(int cls, double estimate, double lower, double upper) {
        Rate rate = new Rate(estimate, lower, upper, .95, "fixture");
        Check check = Check.below("failure rate", rate, .001, List.of());
        Outcome outcome = switch (check.verdict()) {
            case PASS -> Outcome.PASS;
            case FAIL -> Outcome.FAIL;
            case INCONCLUSIVE -> Outcome.INCONCLUSIVE;
        };
        return of("DigitModelTest#seldomErrs", "wrongly confident in " + cls, outcome, cls, List.of(check), rate);
    }

    static TestFacts passed(int cls) {
        return about(cls, .0002, .0001, .0004);
    }

    static TestFacts failed(int cls) {
        return about(cls, .02, .01, .03);
    }

    static TestFacts open(int cls) {
        return about(cls, .001, .0005, .002);
    }

    /** A test about no single class, without a claim. */
    static TestFacts ambiguous() {
        Rate rate = new Rate(.02, .01, .03, .95, "fixture");
        return of("DigitModelTest#canBeConfused", "ambiguous between 1 and 2", Outcome.UNCHECKED, -1, List.of(), rate);
    }

    static TestFacts withModel(TestFacts facts, String hash) {
        return new TestFacts(
                facts.test(),
                facts.invocation(),
                facts.outcome(),
                facts.reason(),
                facts.claims(),
                facts.classes(),
                facts.cls(),
                facts.rates(),
                Map.of("model under test", new ModelIdentity("digits.pt", "SHA-256 " + hash + ", device cpu")),
                facts.seed(),
                facts.seconds(),
                facts.evaluations(),
                facts.problems(),
                facts.known(),
                facts.corpus(),
                facts.folder());
    }

    static TestFacts withProblems(TestFacts facts, List<String> problems, List<String> known) {
        return new TestFacts(
                facts.test(),
                facts.invocation(),
                facts.outcome(),
                facts.reason(),
                facts.claims(),
                facts.classes(),
                facts.cls(),
                facts.rates(),
                facts.models(),
                facts.seed(),
                facts.seconds(),
                facts.evaluations(),
                problems,
                known,
                known.isEmpty() ? "" : "of 1 known findings 1 still fail, 0 are fixed",
                facts.folder());
    }

    static Run run(TestFacts... tests) {
        return run("now", 0, tests);
    }

    /** A run some hours after noon. */
    static Run run(String id, int hours, TestFacts... tests) {
        Instant began = NOON.plusSeconds(3600L * hours);
        return new Run(id, began, began.plusSeconds(83), Map.of("JUnit", "5.14.4"), List.of(tests), List.of());
    }

    private static TestFacts of(
            String test, String invocation, Outcome outcome, int cls, List<Check> claims, Rate rate) {
        return new TestFacts(
                test,
                invocation,
                outcome,
                "",
                claims,
                CLASSES,
                cls,
                Map.of("failure rate", rate),
                Map.of("model under test", new ModelIdentity("digits.pt", "SHA-256 " + HASH + ", device cpu")),
                7,
                1.5,
                4096,
                List.of(),
                List.of(),
                "",
                "DigitModelTest/seldomErrs-" + cls);
    }
}
