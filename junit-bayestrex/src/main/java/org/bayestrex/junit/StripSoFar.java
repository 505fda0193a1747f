/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.function.Consumer;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.target.Interpolated;
import org.bayestrex.junit.report.choice.FilmStrip;

/** The film strip of one method, which its invocations make together. */
final class StripSoFar {

    private FilmStrip strip;

    StripSoFar(FilmStrip empty) {
        strip = empty;
    }

    /**
     * Adds a step and hands over the strip. Steps that end at the same time do so one after the other, so that the
     * file for all of them never goes back to fewer.
     */
    synchronized void add(Findings findings, Consumer<FilmStrip> report) {
        if (findings.target() instanceof Interpolated target) {
            strip = strip.with(target, findings);
        }
        report.accept(strip);
    }
}
