/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import org.apiguardian.api.API;

/**
 * Receives the report of every search test, passed or failed.
 *
 * <p>Sinks are found through {@link java.util.ServiceLoader}: a provider has a public constructor
 * without parameters and is listed in {@code META-INF/services}. A sink whose library is missing from
 * the class path is passed over.
 *
 * <p>It is called on the test's own thread after the test's method; tests that run in parallel call one sink at
 * the same time. What it throws is logged and never changes the test's outcome.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface ReportSink {

    /** Publishes what one test found. */
    void publish(TestReport report);

    /** Publishes how two models compare; a sink that does not say otherwise passes it over. */
    default void publish(ComparisonReport report) {}

    /**
     * Publishes gates that are judged together: after the last invocation of a test, and after the last test of a run, then
     * on a thread without a test; a sink that does not say otherwise passes them over.
     */
    default void publish(FamilyReport report) {}
}
