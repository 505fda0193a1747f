/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.junit.report.Outcome;

/**
 * What one invocation of a test came to: all that the run's page says of it, and small enough to be kept.
 *
 * @param test class and method, as in {@code DigitModelTest#seldomSeesATwo}
 * @param invocation the invocation's display name; empty where the test was not carried out
 * @param outcome what came of it
 * @param reason why, where the claims do not say it: the failure, or why it was skipped; else empty
 * @param claims every check that the test made
 * @param classes names of the model's classes; empty where the test is about no single class
 * @param cls the class that it is about; -1 where it is about no single one
 * @param rates by name, in the order in which they are shown
 * @param models by role
 * @param seed of the search
 * @param seconds from the search's start to its end
 * @param evaluations of the models
 * @param problems of the search
 * @param known kept findings that were asked again and still fail, each a sentence
 * @param corpus what became of all kept findings, in a sentence; empty without any
 * @param folder of its files, relative to the output directory; empty where it left none
 */
record TestFacts(
        String test,
        String invocation,
        Outcome outcome,
        String reason,
        List<Check> claims,
        List<String> classes,
        int cls,
        Map<String, Rate> rates,
        Map<String, ModelIdentity> models,
        long seed,
        double seconds,
        long evaluations,
        List<String> problems,
        List<String> known,
        String corpus,
        String folder) {

    TestFacts {
        claims = List.copyOf(claims);
        classes = List.copyOf(classes);
        problems = List.copyOf(problems);
        known = List.copyOf(known);
    }

    /** Of a test that has no findings. */
    static TestFacts without(String test, String invocation, Outcome outcome, String reason) {
        return new TestFacts(
                test,
                invocation,
                outcome,
                reason,
                List.of(),
                List.of(),
                -1,
                Map.of(),
                Map.of(),
                0,
                0,
                0,
                List.of(),
                List.of(),
                "",
                "");
    }

    TestFacts outcome(Outcome other, String why) {
        return new TestFacts(
                test,
                invocation,
                other,
                why,
                claims,
                classes,
                cls,
                rates,
                models,
                seed,
                seconds,
                evaluations,
                problems,
                known,
                corpus,
                folder);
    }

    /** What it is found by from run to run. */
    String key() {
        return invocation.isEmpty() ? test : test + " " + invocation;
    }

    /** The claim about a rate that the verdict hangs on: the first of those that stand worst. */
    Optional<Check> decisive() {
        return claims.stream()
                .filter(check -> Double.isFinite(check.low()) || Double.isFinite(check.high()))
                .min(Comparator.comparing(Check::verdict, Comparator.comparingInt(TestFacts::gravity)));
    }

    private static int gravity(org.bayestrex.engine.rate.Verdict verdict) {
        return switch (verdict) {
            case FAIL -> 0;
            case INCONCLUSIVE -> 1;
            case PASS -> 2;
        };
    }

    /** The rate to show of it: that of the decisive claim, else the first one that is estimated, or at least bounded. */
    Optional<Rate> rate() {
        return decisive()
                .map(Check::rate)
                .or(() -> rates.values().stream()
                        .filter(rate -> !Double.isNaN(rate.estimate()))
                        .findFirst())
                .or(() -> rates.values().stream()
                        .filter(rate -> !rate.isUnknown())
                        .findFirst());
    }
}
