/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test classes inside a test and tells what became of them. */
final class Jupiter {

    private final Map<String, String> parameters = new TreeMap<>(Map.of(
            "bayestrex.progress", "off",
            "bayestrex.report", "off"));

    private Jupiter() {}

    static Jupiter with(String parameter, String value) {
        return new Jupiter().and(parameter, value);
    }

    static Outcome run(Class<?>... classes) {
        return new Jupiter().andRun(classes);
    }

    Jupiter and(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    Outcome andRun(Class<?>... classes) {
        EngineTestKit.Builder builder = EngineTestKit.engine("junit-jupiter").configurationParameters(parameters);
        for (Class<?> type : classes) {
            builder.selectors(selectClass(type));
        }
        return new Outcome(builder.execute());
    }

    /** What a run came to. */
    record Outcome(EngineExecutionResults results) {

        /** Display names of the tests that passed. */
        List<String> passed() {
            return results.testEvents()
                    .succeeded()
                    .map(event -> event.getTestDescriptor().getDisplayName())
                    .toList();
        }

        /** What containers and tests failed with. */
        List<Throwable> failures() {
            return results.allEvents().failed().stream().map(Outcome::failure).toList();
        }

        /** What the one failure says. */
        String failure() {
            List<Throwable> failures = failures();
            if (failures.size() != 1) {
                throw new AssertionError("One failure is expected, but there are " + failures);
            }
            return String.valueOf(failures.get(0).getMessage());
        }

        private static Throwable failure(Event event) {
            return event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                    .getThrowable()
                    .orElseThrow();
        }
    }
}
