/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The build that a process runs tests for. Surefire gives each process that it forks the moment at which it began, the same
 * for all of them; else a process is a build of its own.
 *
 * @param name the same in all processes of a build, another one in the next build
 */
record Build(String name) {

    private static final Pattern SUREFIRE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT[\\d_-]+)-jvmRun\\d+");

    static Build current() {
        ProcessHandle process = ProcessHandle.current();
        String own = "process " + process.pid() + " of "
                + process.info().startInstant().map(Object::toString).orElse("");
        return of(System.getProperty("sun.java.command", ""), own);
    }

    static Build of(String command, String otherwise) {
        Matcher surefire = SUREFIRE.matcher(command);
        return new Build(surefire.find() ? "Surefire, " + surefire.group(1) : otherwise);
    }
}
