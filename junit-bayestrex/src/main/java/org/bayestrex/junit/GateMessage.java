/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.search.Diagnostics;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Part;

/** The message of a gate error: what was found, the claim, the verdict, and how far to trust it. */
final class GateMessage {

    private static final String NEW_LINE = System.lineSeparator();

    private GateMessage() {}

    static String of(String summary, Findings findings, Check check) {
        StringBuilder message = new StringBuilder(summary)
                .append(line("search", findings.spec().describe()))
                .append(line("found", found(findings)))
                .append(line("measured", check.rate().toString()))
                .append(line("claim", check.claim()))
                .append(line("verdict", verdict(check.verdict())));
        if (!check.advice().isEmpty()) {
            message.append(line("advice", check.advice()));
        }
        time(findings, check).ifPresent(time -> message.append(line("time", time)));
        if (!findings.gates().sentence().isEmpty()) {
            message.append(line("looks", findings.gates().sentence()));
        }
        message.append(line("draws", draws(findings.diagnostics())));
        for (String problem : problems(findings, check)) {
            message.append(line("", problem));
        }
        return message.append(line("seed", String.valueOf(findings.seed()))).toString();
    }

    static String line(String name, String text) {
        return NEW_LINE + "  %-9s %s".formatted(name, text);
    }

    static String headline(Check check) {
        return check.verdict() == Verdict.FAIL
                ? "The findings refute the claim: " + check.claim()
                : "The findings do not settle the claim: " + check.claim();
    }

    /** How long so much more evidence takes, at the speed of this search. */
    private static Optional<String> time(Findings findings, Check check) {
        double seconds = findings.elapsed().toNanos() / 1e9;
        OptionalDouble factor = check.timesAsMuch();
        if (factor.isEmpty() || !(seconds > 0) || findings.evaluations() == 0) {
            return Optional.empty();
        }
        double evaluations = Math.max(1.1, factor.getAsDouble()) * findings.evaluations();
        double speed = findings.evaluations() / seconds;
        return Optional.of(
                "about %,.0f evaluations in all, %s at the %,.0f a second of this search (pilot: %,d draws, deadline: %s)"
                        .formatted(
                                evaluations,
                                duration(evaluations / speed),
                                speed,
                                findings.spec().sampling().pilot(),
                                findings.spec().sampling().deadline()));
    }

    private static String duration(double seconds) {
        return seconds < 90 ? "%.0f seconds".formatted(Math.max(1, seconds)) : "%.0f minutes".formatted(seconds / 60);
    }

    private static String found(Findings findings) {
        return "%d of %d draws are in the level set"
                .formatted(findings.inLevelSet().size(), findings.samples().size());
    }

    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "PASS";
            case FAIL -> "FAIL, the evidence is against it";
            case INCONCLUSIVE -> "INCONCLUSIVE, which does not let a release go on";
        };
    }

    private static String draws(Diagnostics diagnostics) {
        return "%s, %s: R-hat %.3f, effective draws %.0f in the bulk and %.0f in the tails, %d divergences"
                .formatted(
                        diagnostics.source().equals(Part.WEIGHTED) ? "weighted" : "of chains",
                        diagnostics.converged() ? "converged" : "not converged",
                        diagnostics.maxRHat(),
                        diagnostics.minBulkEss(),
                        diagnostics.minTailEss(),
                        diagnostics.divergences());
    }

    /** Problems once: the advice of an inconclusive claim already holds those it rests on. */
    private static List<String> problems(Findings findings, Check check) {
        return findings.diagnostics().problems().stream()
                .filter(problem -> !check.advice().contains(problem))
                .toList();
    }
}
