/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import java.util.Optional;
import org.bayestrex.engine.search.Replayed;

/**
 * A finding of the corpus, asked again.
 *
 * @param finding as it was found
 * @param status what became of it
 * @param now what the model says today; empty where it could not be asked
 * @param waiver that holds today
 */
public record KnownFinding(CorpusFinding finding, Status status, Optional<Replayed> now, Optional<Waiver> waiver) {

    /** What became of a finding. */
    public enum Status {
        /** The prediction is in the level set again. */
        STILL_FAILS,
        /** It is no more. */
        FIXED,
        /** The generator is another one, so that the latent means another input. */
        NOT_COMPARABLE
    }

    /** Whether it still fails, and nobody has accepted that. */
    public boolean blocks() {
        return status == Status.STILL_FAILS && waiver.isEmpty();
    }

    /** Whether nothing can be said of it, and nobody has accepted that. */
    public boolean isOpen() {
        return status == Status.NOT_COMPARABLE && waiver.isEmpty();
    }

    /** For people: the id and what was predicted, then and now. */
    @Override
    public String toString() {
        return finding
                + now.map(answer -> ", now class %d with %.3f"
                                .formatted(answer.predictedClass(), answer.confidences()[answer.predictedClass()]))
                        .orElse("");
    }
}
