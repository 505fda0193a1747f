/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import org.apiguardian.api.API;
import org.assertj.core.api.WritableAssertionInfo;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.search.Findings;

/**
 * Says that findings, or a comparison, do not let a release go on: either the evidence is against a claim, or it settles
 * nothing.
 *
 * <pre>{@code
 * GateError error = catchThrowableOfType(
 *         GateError.class, () -> assertThat(findings).hasFailureRateBelow(1e-3));
 * error.verdict(); // FAIL or INCONCLUSIVE
 * error.replay(); // mvn test -Dtest='DigitModelTest#seldomSeesATwo' -Dbayestrex.seed=7
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class GateError extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient Check check;
    private final Verdict verdict;
    private final long seed;
    private final String details;
    private String replay;

    GateError(String summary, Findings findings, Check check) {
        this(check, findings.seed(), GateMessage.of(summary, findings, check), Replay.ofSearch(findings.spec()));
    }

    /** Of a limit that the search knew. */
    static GateError of(Findings findings, Check check) {
        return new GateError(GateMessage.headline(check), findings, check);
    }

    GateError(String summary, Comparison comparison, Check check) {
        this(
                check,
                comparison.seed(),
                ComparisonMessage.of(summary, comparison, check),
                Replay.ofComparison(comparison.seed()));
    }

    private GateError(Check check, long seed, String details, String replay) {
        this.check = check;
        verdict = check.verdict();
        this.seed = seed;
        this.details = details;
        this.replay = replay;
    }

    /** How the message begins: in the user's words where there are any, as AssertJ has it. */
    static String summary(WritableAssertionInfo info, String headline) {
        String own = info.overridingErrorMessage();
        String description = info.descriptionText();
        return (description.isEmpty() ? "" : "[" + description + "] ") + (own == null ? headline : own);
    }

    /** FAIL where the evidence is against the claim, INCONCLUSIVE where it settles nothing. */
    public Verdict verdict() {
        return verdict;
    }

    /** The claim, its numbers with their interval, and what would settle it. */
    public Check check() {
        return check;
    }

    /** The seed that repeats the search. */
    public long seed() {
        return seed;
    }

    /** One line to paste that repeats this search alone: for a shell within a search test, else in Java. */
    public synchronized String replay() {
        return replay;
    }

    synchronized void repeatWith(String line) {
        replay = line;
    }

    @Override
    public String getMessage() {
        return details + GateMessage.line("repeat", replay());
    }
}
