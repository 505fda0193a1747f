/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.nio.file.Path;
import org.bayestrex.engine.checkpoint.Journal;
import org.bayestrex.engine.model.LatentClassifier;

/** Where a search's journal comes from; opened on the thread of the models, since its key asks them. */
@FunctionalInterface
interface Journals {

    /** For searches without a checkpoint. */
    Journals NONE = (spec, model) -> Journal.NONE;

    Journal open(SearchSpec spec, LatentClassifier model);

    static Journals in(Path directory) {
        return (spec, model) -> Journal.open(directory, SearchKey.of(spec, model));
    }
}
