/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.ModelScore;
import org.bayestrex.engine.rate.Verdict;

/** The message of a gate error about a comparison: both models, the claim, the verdict, and how far to trust it. */
final class ComparisonMessage {

    private ComparisonMessage() {}

    static String of(String summary, Comparison comparison, Check check) {
        StringBuilder message = new StringBuilder(summary)
                .append(GateMessage.line("search", comparison.toString()))
                .append(GateMessage.line("candidate", accuracy(comparison.candidate())))
                .append(GateMessage.line("baseline", accuracy(comparison.baseline())))
                .append(GateMessage.line("measured", check.rate().toString()))
                .append(GateMessage.line(
                        "paired", comparison.significance() + (isSignificant(comparison) ? "" : ", may be chance")))
                .append(GateMessage.line("claim", check.claim()))
                .append(GateMessage.line("verdict", GateMessage.verdict(check.verdict())));
        if (!check.advice().isEmpty()) {
            message.append(GateMessage.line("advice", check.advice()));
        }
        for (String sentence : leftOut(comparison, check)) {
            message.append(GateMessage.line("", sentence));
        }
        return message.append(GateMessage.line("seed", String.valueOf(comparison.seed())))
                .toString();
    }

    static String headline(Check check) {
        return check.verdict() == Verdict.FAIL
                ? "The comparison refutes the claim: " + check.claim()
                : "The comparison does not settle the claim: " + check.claim();
    }

    private static String accuracy(ModelScore score) {
        return "%s, right where it is confident: %s".formatted(score.name(), score.accuracy());
    }

    private static boolean isSignificant(Comparison comparison) {
        return comparison.significance().isSignificant();
    }

    /** Said once: the advice of an inconclusive claim may hold them already. */
    private static List<String> leftOut(Comparison comparison, Check check) {
        return comparison.leftOut().stream()
                .filter(sentence -> !check.advice().contains(sentence))
                .toList();
    }
}
