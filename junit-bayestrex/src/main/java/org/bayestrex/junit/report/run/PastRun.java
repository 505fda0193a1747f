/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a run.
 *
 * @param id of its JVM
 * @param ended when
 * @param tests in it
 */
record PastRun(String id, Instant ended, List<PastTest> tests) {

    PastRun {
        tests = List.copyOf(tests);
    }

    static PastRun of(Run run) {
        return new PastRun(
                run.id(), run.ended(), run.tests().stream().map(PastTest::of).toList());
    }

    Optional<PastTest> test(String key) {
        return tests.stream().filter(test -> test.key().equals(key)).findFirst();
    }
}
