/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.bayestrex.junit.report.ComparisonReport;
import org.bayestrex.junit.report.FamilyReport;
import org.bayestrex.junit.report.ReportSink;
import org.bayestrex.junit.report.TestReport;
import org.jspecify.annotations.Nullable;

/** Finds the report sinks and shields tests from them. */
final class ReportSinks {

    private static final System.Logger LOGGER = System.getLogger(ReportSinks.class.getName());

    private ReportSinks() {}

    /** All sinks that load: one whose library is not on the class path is passed over. */
    static List<ReportSink> load(@Nullable ClassLoader loader) {
        List<ReportSink> sinks = new ArrayList<>();
        Iterator<ReportSink> providers =
                ServiceLoader.load(ReportSink.class, loader).iterator();
        boolean more = true;
        while (more) {
            try {
                more = providers.hasNext();
                if (more) {
                    sinks.add(providers.next());
                }
            } catch (ServiceConfigurationError | LinkageError absent) {
                LOGGER.log(Level.DEBUG, "A report sink does not load", absent);
            }
        }
        return List.copyOf(sinks);
    }

    /** Publishes to every sink; what a sink throws is logged, because it says nothing about the model. */
    static void publish(List<ReportSink> sinks, TestReport report) {
        publish(sinks, report.testName(), sink -> sink.publish(report));
    }

    /** The same with a comparison. */
    static void publish(List<ReportSink> sinks, ComparisonReport report) {
        publish(sinks, report.testName(), sink -> sink.publish(report));
    }

    /** The same with gates that were judged together. */
    static void publish(List<ReportSink> sinks, FamilyReport report) {
        publish(sinks, report.title(), sink -> sink.publish(report));
    }

    private static void publish(List<ReportSink> sinks, String testName, Consumer<ReportSink> publication) {
        for (ReportSink sink : sinks) {
            try {
                publication.accept(sink);
            } catch (RuntimeException | LinkageError failed) {
                LOGGER.log(
                        Level.WARNING,
                        "%s cannot report %s".formatted(sink.getClass().getName(), testName),
                        failed);
            }
        }
    }
}
