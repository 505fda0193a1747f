/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.data.Offset;
import org.bayestrex.engine.baseline.BaselineComparison;
import org.bayestrex.engine.baseline.Quantity;
import org.bayestrex.engine.corpus.KnownFindings;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.search.Findings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Assertions on findings. Each is settled as PASS, FAIL or INCONCLUSIVE by its whole interval, and only
 * PASS goes on; every check, passed or not, appears in the report.
 *
 * <pre>{@code
 * assertThat(findings).hasConverged().hasFailureRateBelow(1e-3);
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class FindingsAssert extends AbstractAssert<FindingsAssert, Findings> {

    /** For AssertJ, which makes soft assertions from it; use {@link BayesTrexAssertions#assertThat}. */
    public FindingsAssert(@Nullable Findings actual) {
        super(actual, FindingsAssert.class);
    }

    /**
     * Verifies that nothing speaks against the draws: neither R-hat, effective draws, the weights' Pareto k, divergences,
     * samplers that contradict each other, nor the deadline.
     *
     * <pre>{@code
     * // passes
     * assertThat(Search.of(classifier, digits).target(HighConfidence.of(4)).run()).hasConverged();
     * // fails
     * assertThat(Search.of(classifier, digits).target(HighConfidence.of(4)).draws(4).run()).hasConverged();
     * }</pre>
     *
     * @throws GateError unless the verdict is PASS
     */
    public FindingsAssert hasConverged() {
        return settle(FindingsChecks.converged(findings()));
    }

    /**
     * Verifies that no draw lies in the level set.
     *
     * <p>This is never a proof that there is nothing: the check in the report carries how often there may be
     * something, the upper end of {@link Findings#levelSetMass}. Chains that have not converged and found
     * nothing are inconclusive. To bound how often, use {@link #hasLevelSetMassBetween}.
     *
     * <pre>{@code
     * // passes
     * assertThat(neverUnsure).isEmpty(); // no draw in the level set
     * // fails
     * assertThat(eightsAndNines).isEmpty(); // some draw in it
     * }</pre>
     *
     * @throws GateError unless the verdict is PASS
     */
    public FindingsAssert isEmpty() {
        return settle(FindingsChecks.isEmpty(findings()));
    }

    /**
     * Verifies that some draw lies in the level set.
     *
     * <pre>{@code
     * // passes
     * assertThat(eightsAndNines).isNotEmpty(); // some draw in the level set
     * // fails
     * assertThat(neverUnsure).isNotEmpty(); // no draw in it
     * }</pre>
     *
     * @throws GateError unless the verdict is PASS
     */
    public FindingsAssert isNotEmpty() {
        return settle(FindingsChecks.isNotEmpty(findings()));
    }

    /**
     * Verifies how often an input of the data distribution is predicted wrongly with the target's confidence.
     *
     * <pre>{@code
     * // passes
     * assertThat(findings).hasFailureRateBelow(1e-3); // 95% interval [1e-5, 9e-4]
     * // fails
     * assertThat(findings).hasFailureRateBelow(1e-4); // inconclusive
     * assertThat(findings).hasFailureRateBelow(1e-6); // refuted
     * }</pre>
     *
     * @throws GateError unless the verdict is PASS
     */
    public FindingsAssert hasFailureRateBelow(double limit) {
        return settle(FindingsChecks.failureRateBelow(findings(), limit));
    }

    /**
     * Verifies how often an input of the data distribution lies in the level set.
     *
     * <pre>{@code
     * // passes
     * assertThat(findings).hasLevelSetMassBetween(.05, .2); // 95% interval [.08, .12]
     * // fails
     * assertThat(findings).hasLevelSetMassBetween(.1, .2); // inconclusive
     * assertThat(findings).hasLevelSetMassBetween(.2, .3); // refuted
     * }</pre>
     *
     * @throws GateError unless the verdict is PASS
     */
    public FindingsAssert hasLevelSetMassBetween(double low, double high) {
        return settle(FindingsChecks.levelSetMassBetween(findings(), low, high));
    }

    /**
     * Verifies how often a prediction in the level set is wrong.
     *
     * <p>Without an oracle of the true labels it is inconclusive.
     *
     * <pre>{@code
     * // passes
     * assertThat(findings).hasWrongLabelShareBelow(.1); // 95% interval [.02, .07]
     * // fails
     * assertThat(findings).hasWrongLabelShareBelow(.05); // inconclusive
     * assertThat(findings).hasWrongLabelShareBelow(.01); // refuted
     * }</pre>
     *
     * @throws GateError unless the verdict is PASS
     */
    public FindingsAssert hasWrongLabelShareBelow(double limit) {
        return settle(FindingsChecks.wrongLabelShareBelow(findings(), limit));
    }

    /**
     * Verifies the mean confidence in the claimed class over the findings where that class is wrong.
     *
     * <pre>{@code
     * // passes
     * assertThat(findings).hasWrongLabelConfidenceBelow(.95); // 95% interval [.91, .93]
     * // fails
     * assertThat(findings).hasWrongLabelConfidenceBelow(.92); // inconclusive
     * assertThat(findings).hasWrongLabelConfidenceBelow(.9); // refuted
     * }</pre>
     *
     * @throws GateError unless the verdict is PASS
     */
    public FindingsAssert hasWrongLabelConfidenceBelow(double limit) {
        return settle(FindingsChecks.wrongLabelConfidenceBelow(findings(), limit));
    }

    /**
     * Verifies that the mean confidence in a class over all draws is within an offset, with its whole interval.
     *
     * <pre>{@code
     * // passes
     * assertThat(findings).hasMeanConfidence(4, .96, within(.02)); // 95% interval [.955, .97]
     * // fails
     * assertThat(findings).hasMeanConfidence(4, .96, within(.005)); // inconclusive
     * assertThat(findings).hasMeanConfidence(4, .5, within(.1)); // refuted
     * }</pre>
     *
     * @throws GateError unless the verdict is PASS
     */
    public FindingsAssert hasMeanConfidence(int cls, double expected, Offset<Double> offset) {
        return settle(FindingsChecks.meanConfidence(findings(), cls, expected, offset.value));
    }

    /**
     * Verifies how many draws there are, in the level set or not.
     *
     * <pre>{@code
     * // passes
     * assertThat(findings).hasSampleCountOfAtLeast(1000); // 16 chains of 250 draws
     * // fails
     * assertThat(findings).hasSampleCountOfAtLeast(10_000);
     * }</pre>
     *
     * @throws GateError unless the verdict is PASS
     */
    public FindingsAssert hasSampleCountOfAtLeast(int count) {
        return settle(FindingsChecks.sampleCount(findings(), count));
    }

    /**
     * Verifies that the failure rate is higher than that of the test's baseline by less than a margin, with the whole
     * interval of the difference; see {@code docs/baselines.md}.
     *
     * <pre>{@code
     * // passes
     * assertThat(findings).isNotWorseThanBaselineBy(.002); // difference [-.001, .0015]
     * // fails
     * assertThat(findings).isNotWorseThanBaselineBy(.001); // inconclusive
     * }</pre>
     *
     * @throws GateError unless the verdict is PASS
     * @throws org.bayestrex.engine.baseline.BaselineException when there is no baseline, or it is about something else
     */
    public FindingsAssert isNotWorseThanBaselineBy(double margin) {
        return settle(comparison().isNotAboveBy(Quantity.FAILURE_RATE, margin));
    }

    /**
     * Verifies that the level-set mass is higher than that of the test's baseline by less than a margin; the same for
     * predictions of which nobody knows whether they are wrong, such as ambiguous ones.
     *
     * @throws GateError unless the verdict is PASS
     * @throws org.bayestrex.engine.baseline.BaselineException when there is no baseline, or it is about something else
     */
    public FindingsAssert hasLevelSetMassNotAboveBaselineBy(double margin) {
        return settle(comparison().isNotAboveBy(Quantity.LEVEL_SET_MASS, margin));
    }

    /**
     * Verifies that the mean confidence in wrong labels is higher than that of the test's baseline by less than a margin.
     *
     * @throws GateError unless the verdict is PASS
     * @throws org.bayestrex.engine.baseline.BaselineException when there is no baseline, or it is about something else
     */
    public FindingsAssert hasWrongLabelConfidenceNotAboveBaselineBy(double margin) {
        return settle(comparison().isNotAboveBy(Quantity.WRONG_LABEL_CONFIDENCE, margin));
    }

    /**
     * Verifies that no finding that was kept in earlier runs still fails, but for those that are waived; see {@link
     * KeepFindings} and {@code docs/corpus.md}. Says nothing of how often inputs fail.
     *
     * @throws GateError unless the verdict is PASS
     * @throws IllegalStateException when the test keeps no findings
     */
    public FindingsAssert hasNoKnownFailure() {
        return settle(findings()
                .companion(KnownFindings.class)
                .orElseThrow(() -> new IllegalStateException("hasNoKnownFailure: this test keeps no findings. Put "
                        + "@KeepFindings on it, or set bayestrex.corpus.dir"))
                .noneStillFails());
    }

    /** A run that writes baselines is held against none: its tests count as skipped, for nothing was compared. */
    private BaselineComparison comparison() {
        Findings found = findings();
        TestBaseline baseline = found.companion(TestBaseline.class)
                .orElseThrow(
                        () -> new IllegalStateException("These findings come from no search test, so no baseline is "
                                + "known. In plain Java, use BaselineComparison.of(...).isNotAboveBy(...)"));
        baseline.written()
                .ifPresent(file -> Assumptions.abort("The baseline was written to " + file
                        + ", and nothing was compared. Commit it, and run without -D" + Settings.BASELINE + "=write"));
        return baseline.comparison(found);
    }

    private Findings findings() {
        isNotNull();
        return actual;
    }

    private FindingsAssert settle(Check check) {
        actual.report(check);
        if (check.verdict() != Verdict.PASS) {
            throw new GateError(GateError.summary(info, GateMessage.headline(check)), actual, check);
        }
        return this;
    }
}
