/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A process that runs gated tests as one of several that Surefire forks, one run of JUnit for each class. */
final class ForkedTestRun {

    private ForkedTestRun() {}

    static Process start(Path output, String fork, Class<?>... tests) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ForkedTestRun.class.getName(),
                output.toString(),
                fork));
        for (Class<?> test : tests) {
            command.add(test.getName());
        }
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Says what failed, a line each. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        for (int i = 2; i < arguments.length; i++) {
            Jupiter.with("bayestrex.output.dir", arguments[0])
                    .and("bayestrex.report", "auto")
                    .and("bayestrex.suite", "holm")
                    .andRun(Class.forName(arguments[i]))
                    .failures()
                    .forEach(failure -> System.out.println("failure: "
                            + String.valueOf(failure.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")));
        }
    }

    static class One {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        @Gate(levelSetMassBelow = .9)
        void one() {}
    }

    static class Two {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 0)
        @Gate(levelSetMassBelow = .9)
        void two() {}
    }

    static class Three {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        @Gate(levelSetMassBelow = .8)
        void three() {}
    }
}
