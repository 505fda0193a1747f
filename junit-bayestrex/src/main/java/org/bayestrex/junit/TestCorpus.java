/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.corpus.Corpus;
import org.bayestrex.engine.corpus.CorpusFinding;
import org.bayestrex.engine.corpus.KnownFindings;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replaying;
import org.bayestrex.engine.search.SearchSpec;
import org.bayestrex.junit.report.picture.Picture;

/**
 * The kept findings of one search.
 *
 * @param corpus where they are
 * @param id what they are found by
 * @param most how many there may be
 * @param writing whether new ones are kept
 * @param replaying asks models
 */
record TestCorpus(Corpus corpus, String id, int most, boolean writing, Replaying replaying) {

    private static final System.Logger LOGGER = System.getLogger(TestCorpus.class.getName());

    /**
     * Asks the model about what is known, before the search begins.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException when a waiver has expired or is for nothing
     */
    KnownFindings recheck(SearchSpec spec, String test) {
        Optional<String> clock = corpus.clockWarning();
        clock.ifPresent(warning -> LOGGER.log(System.Logger.Level.WARNING, warning));
        List<String> problems = corpus.waiverProblems(id);
        if (!problems.isEmpty()) {
            throw Misuse.waivers(test, problems);
        }
        KnownFindings known = corpus.recheck(id, spec, replaying);
        if (!known.all().isEmpty()) {
            LOGGER.log(System.Logger.Level.INFO, test + ": " + known.summary());
        }
        return known;
    }

    /** Keeps what is new. */
    List<CorpusFinding> keep(Findings findings) {
        return writing ? corpus.keep(id, findings, most, replaying, Picture::png) : List.of();
    }
}
