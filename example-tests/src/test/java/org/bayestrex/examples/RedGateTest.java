/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.junit.GateError;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What a gate that stops a release looks like: the report shows the red test, the build stays green. */
class RedGateTest {

    @Test
    void theWeakClassifierIsStopped() throws InterruptedException {
        // given
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Thread launched = new Thread(() -> LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(WeakClassifierGate.class))
                                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                                .build(),
                        listener));

        // when: on a thread of its own, so that the report keeps the two tests apart
        launched.start();
        launched.join();

        // then
        TestExecutionSummary summary = listener.getSummary();
        assertThat(summary.getTestsFailedCount()).isEqualTo(1);
        assertThat(summary.getFailures().get(0).getException())
                .isInstanceOfSatisfying(
                        GateError.class, error -> assertThat(error.verdict()).isEqualTo(Verdict.FAIL));
    }
}
