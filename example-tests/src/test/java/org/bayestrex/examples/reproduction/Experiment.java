/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;

/** One experiment of the paper, done again: a section of the document. */
interface Experiment {

    /** What it is called on the command line: "table-2-mnist". */
    String name();

    /** The heading of its section. */
    String title();

    /**
     * Runs it. What cannot be run, because a file is absent, is said to be missing in what it returns.
     *
     * @throws IOException when a file is there, but cannot be read
     */
    Section run(Bench bench) throws IOException;
}
