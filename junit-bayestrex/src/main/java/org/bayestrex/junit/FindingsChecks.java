/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.rate.ChainMean;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Quantity;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.SettledGate;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;

/**
 * What findings say of a claim. Problems of the search make a claim inconclusive where its number is a mean over
 * draws; the mass of the level set has an interval and problems of its own, and a share that is known by construction
 * needs no draws.
 */
final class FindingsChecks {

    private static final String LEVEL_SET_MASS = "level-set mass";

    private FindingsChecks() {}

    /** That nothing speaks against the draws. */
    static Check converged(Findings findings) {
        List<String> problems = problems(findings);
        return new Check(
                "the search has converged",
                findings.levelSetMass(),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                problems.isEmpty() ? Verdict.PASS : Verdict.INCONCLUSIVE,
                problems,
                String.join(" ", problems));
    }

    /** That no draw lies in the level set. None is no proof: the claim carries how often there may be one. */
    static Check isEmpty(Findings findings) {
        int found = found(findings);
        List<String> problems = problems(findings);
        Verdict verdict = found > 0 ? Verdict.FAIL : problems.isEmpty() ? Verdict.PASS : Verdict.INCONCLUSIVE;
        String advice = switch (verdict) {
            case PASS ->
                "None found is not none there: up to %s of all inputs may lie in the level set."
                        .formatted(shown(findings.levelSetMass().upper()));
            case FAIL -> "";
            case INCONCLUSIVE -> "None was found, by chains that cannot be trusted. " + String.join(" ", problems);
        };
        return fact("no draw is in the level set", findings, verdict, problems, advice);
    }

    /** That some draw lies in the level set: one is enough, whatever the chains are worth. */
    static Check isNotEmpty(Findings findings) {
        List<String> problems = problems(findings);
        Verdict verdict = found(findings) > 0 ? Verdict.PASS : problems.isEmpty() ? Verdict.FAIL : Verdict.INCONCLUSIVE;
        String advice = verdict == Verdict.INCONCLUSIVE
                ? "Nothing was found, by chains that cannot be trusted. " + String.join(" ", problems)
                : "";
        return fact("a draw is in the level set", findings, verdict, problems, advice);
    }

    /** That there are so many draws. */
    static Check sampleCount(Findings findings, int least) {
        int count = findings.samples().size();
        return new Check(
                "at least " + least + " draws",
                Rate.known(count, "draws recorded"),
                least,
                Double.POSITIVE_INFINITY,
                count >= least ? Verdict.PASS : Verdict.FAIL,
                List.of(),
                "");
    }

    /** What the search says of a limit that it knew; a look that decided it is not second-guessed. */
    private static Optional<Check> known(Findings findings, Quantity quantity, double limit) {
        return limit > 0 && limit < 1
                ? findings.gates()
                        .of(new org.bayestrex.engine.rate.Gate(
                                quantity, org.bayestrex.engine.rate.Gate.Side.BELOW, limit))
                        .map(SettledGate::check)
                : Optional.empty();
    }

    static Check failureRateBelow(Findings findings, double limit) {
        return known(findings, Quantity.FAILURE_RATE, limit).orElseGet(() -> failureRate(findings, limit));
    }

    private static Check failureRate(Findings findings, double limit) {
        return Check.below(
                "failure rate",
                findings.failureRate(),
                limit,
                needsChains(findings.wrongLabelShare()) ? problems(findings) : findings.massProblems());
    }

    static Check levelSetMassBetween(Findings findings, double low, double high) {
        return Check.between(LEVEL_SET_MASS, findings.levelSetMass(), low, high, findings.massProblems());
    }

    static Check wrongLabelShareBelow(Findings findings, double limit) {
        return known(findings, Quantity.WRONG_LABEL_SHARE, limit).orElseGet(() -> wrongLabelShare(findings, limit));
    }

    private static Check wrongLabelShare(Findings findings, double limit) {
        Rate share = findings.wrongLabelShare();
        return Check.below("share of wrong labels", share, limit, needsChains(share) ? problems(findings) : List.of());
    }

    static Check wrongLabelConfidenceBelow(Findings findings, double limit) {
        return Check.below("confidence in wrong labels", findings.wrongLabelConfidence(), limit, problems(findings));
    }

    static Check meanConfidence(Findings findings, int cls, double expected, double tolerance) {
        return Check.between(
                "mean confidence in class " + cls,
                meanConfidence(findings, cls),
                decimal(expected).subtract(decimal(tolerance)).doubleValue(),
                decimal(expected).add(decimal(tolerance)).doubleValue(),
                problems(findings));
    }

    private static Rate meanConfidence(Findings findings, int cls) {
        if (findings.samples().isEmpty()) {
            return Rate.unknown("no draws");
        }
        int classes = findings.samples().get(0).confidences().length;
        if (cls < 0 || cls >= classes) {
            throw new IllegalArgumentException(
                    "hasMeanConfidence: the model has the classes 0 to %d, not %d".formatted(classes - 1, cls));
        }
        int chains = findings.samples().stream().mapToInt(Sample::chain).max().orElse(-1) + 1;
        double[][] byChain = new double[chains][];
        for (int chain = 0; chain < chains; chain++) {
            int index = chain;
            byChain[chain] = findings.samples().stream()
                    .filter(sample -> sample.chain() == index)
                    .mapToDouble(sample -> sample.confidences()[cls])
                    .toArray();
        }
        return ChainMean.of("draws").over(byChain);
    }

    private static Check fact(String claim, Findings findings, Verdict verdict, List<String> problems, String advice) {
        return new Check(
                claim,
                findings.levelSetMass(),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                verdict,
                problems,
                advice);
    }

    private static boolean needsChains(Rate share) {
        return !share.isKnown() && !share.isUnknown();
    }

    private static int found(Findings findings) {
        return findings.inLevelSet().size();
    }

    private static List<String> problems(Findings findings) {
        return findings.diagnostics().problems();
    }

    private static String shown(double share) {
        return "%.3g".formatted(share);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }
}
