/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import java.nio.file.Path;
import org.bayestrex.engine.search.Findings;

/** A build that keeps findings of one test after another. */
final class Writer {

    private Writer() {}

    /** Writes to a folder, with a seed, for so many tests; says "ready" before and "done" after. */
    public static void main(String[] arguments) {
        Corpus corpus = Corpus.open(Path.of(arguments[0]));
        Findings findings = Kept.search(Long.parseLong(arguments[1])).run();
        System.out.println("ready");
        for (int test = 0; test < Integer.parseInt(arguments[2]); test++) {
            Kept.keep(corpus, "test " + test, findings, 4);
        }
        System.out.println("done");
    }
}
