/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.bayestrex.engine.baseline.BaselineComparison;
import org.bayestrex.engine.corpus.KnownFindings;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.GateFamily;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.choice.FilmStrip;

/**
 * One invocation of a search test.
 *
 * @param testName class and method, as in {@code DigitModelTest#seldomSeesATwo}
 * @param displayName the invocation's display name, short and the same in every run
 * @param findings what the search found
 * @param checks every check the test made on the findings, in order, passed or not
 * @param failure why the test failed; empty when it passed
 * @param replay one line to paste that repeats this search alone
 * @param outputDirectory where this invocation's files belong, no other invocation's; not created yet
 * @param publisher the way to JUnit's own report
 * @param filmStrip the steps searched so far, this one included, where the invocation is a step on a way
 * @param neighbours the training images nearest to the findings, where the test names such images
 * @param family the gates of all invocations of the method, where this is the last of several
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TestReport(
        String testName,
        String displayName,
        Findings findings,
        List<Check> checks,
        Optional<Throwable> failure,
        String replay,
        Path outputDirectory,
        Publisher publisher,
        Optional<FilmStrip> filmStrip,
        Optional<NeighbourSheet> neighbours,
        Optional<GateFamily> family)
        implements Judged {

    public TestReport {
        checks = List.copyOf(checks);
    }

    /** The findings beside the baseline of an earlier release; empty where the test asked for none. */
    public Optional<BaselineComparison> baseline() {
        return findings.companion(BaselineComparison.class);
    }

    /** What became of the findings that are kept in the repository; empty where none are. */
    public Optional<KnownFindings> known() {
        return findings.companion(KnownFindings.class)
                .filter(known -> !known.all().isEmpty());
    }

    /** Of an invocation that is the only one, or not the last, and whose findings are held against no images. */
    public TestReport(
            String testName,
            String displayName,
            Findings findings,
            List<Check> checks,
            Optional<Throwable> failure,
            String replay,
            Path outputDirectory,
            Publisher publisher,
            Optional<FilmStrip> filmStrip) {
        this(
                testName,
                displayName,
                findings,
                checks,
                failure,
                replay,
                outputDirectory,
                publisher,
                filmStrip,
                Optional.empty(),
                Optional.empty());
    }
}
