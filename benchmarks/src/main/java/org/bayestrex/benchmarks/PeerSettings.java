/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the command line of the comparison with the peers says.
 *
 * @param models directory of the models
 * @param results file to write a section of
 * @param scripts directory of the peers' scripts
 * @param work directory for files of this run
 * @param python an interpreter that has the peers; empty for one that is made
 * @param seconds that a method usually gets
 * @param priorDraws how many prior draws the means are compared with
 * @param only the posterior that is wanted, in the words of the Python scripts; empty for all
 */
record PeerSettings(
        Path models,
        Path results,
        Path scripts,
        Path work,
        String python,
        double seconds,
        int priorDraws,
        String only) {

    static PeerSettings of(String[] arguments) {
        if (arguments.length != 8) {
            throw new IllegalArgumentException(
                    "needs: directory of the models, file to write, directory of the scripts, working directory,"
                            + " Python or nothing, seconds for each run, prior draws, a posterior or nothing; but got "
                            + Arrays.toString(arguments));
        }
        return new PeerSettings(
                Path.of(arguments[0]).toAbsolutePath().normalize(),
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                Path.of(arguments[3]),
                arguments[4],
                Double.parseDouble(arguments[5]),
                Integer.parseInt(arguments[6]),
                arguments[7]);
    }

    /** The section of the results that such a run writes. */
    String section() {
        return only.isEmpty() ? "peers" : "peers " + only;
    }

    boolean wants(Scenario scenario) {
        return only.isEmpty() || only.equals(scenario.inPeersWords());
    }

    Models digits() {
        return Models.digits(models);
    }
}
