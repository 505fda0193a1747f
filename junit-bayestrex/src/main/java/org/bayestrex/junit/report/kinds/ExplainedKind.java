/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.kinds;

import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.explain.Attribution;
import org.bayestrex.engine.explain.Kind;
import org.bayestrex.engine.explain.MinimalChange;
import org.bayestrex.engine.explain.TokenMask;
import org.bayestrex.engine.explain.TokenRemoval;

/**
 * A kind of finding and what is shown of its medoid.
 *
 * @param kind the kind
 * @param maps what in the medoid makes the model so sure, by one method or two; none where inputs are no pictures
 * @param change the smallest change after which the model favours another class, where one was found
 * @param words what the model says of it without each of its words, where it is a text
 * @param mask which of its words the model needs, where it is a text and that was asked for
 */
record ExplainedKind(
        Kind kind,
        List<Attribution> maps,
        Optional<MinimalChange> change,
        Optional<TokenRemoval> words,
        Optional<TokenMask> mask) {

    ExplainedKind {
        maps = List.copyOf(maps);
    }

    /** Of a picture, or of numbers. */
    static ExplainedKind ofValues(Kind kind, List<Attribution> maps, Optional<MinimalChange> change) {
        return new ExplainedKind(kind, maps, change, Optional.empty(), Optional.empty());
    }

    /** Of a text, word by word. */
    static ExplainedKind ofText(Kind kind, TokenRemoval words) {
        return new ExplainedKind(kind, List.of(), Optional.empty(), Optional.of(words), Optional.empty());
    }

    /** Of a text, all words together. */
    static ExplainedKind ofText(Kind kind, TokenMask mask) {
        return new ExplainedKind(kind, List.of(), Optional.empty(), Optional.empty(), Optional.of(mask));
    }

    boolean isText() {
        return words.isPresent() || mask.isPresent();
    }
}
