/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import java.nio.file.Path;
import java.util.Map;
import org.bayestrex.engine.density.Answer;

/** A process that records answers until it is killed; and the answers, which everybody can tell from their ordinal. */
final class Writing {

    static final JournalKey KEY = JournalKey.of(Map.of("seed", "7", "target", "confident in 4"));
    static final int PER_SEGMENT = 100;

    private Writing() {}

    static Query query(String stream, long ordinal, boolean gradient) {
        return new Query(stream, ordinal, new double[] {ordinal, -.1 * ordinal}, gradient);
    }

    static Answer answer(long ordinal, boolean gradient) {
        float value = (float) Math.sin(ordinal);
        return new Answer(
                new float[] {value, -value, 1 / value}, gradient ? new float[] {2 * value, value * value} : null);
    }

    static FileJournal open(Path directory, RememberingLogger logger) {
        return FileJournal.open(directory, KEY, PER_SEGMENT, logger);
    }

    /** Writes for ever into the given directory; says "open" when it has it. */
    public static void main(String[] arguments) {
        FileJournal journal = open(Path.of(arguments[0]), new RememberingLogger());
        System.out.println("open");
        for (long ordinal = 0; ; ordinal++) {
            journal.record(query("chain 0", ordinal, true), answer(ordinal, true));
        }
    }
}
