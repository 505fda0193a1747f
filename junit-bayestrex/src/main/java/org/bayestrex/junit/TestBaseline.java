/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.bayestrex.engine.baseline.Baseline;
import org.bayestrex.engine.baseline.BaselineComparison;
import org.bayestrex.engine.baseline.BaselineException;
import org.bayestrex.engine.baseline.Baselines;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replaying;
import org.jspecify.annotations.Nullable;

/** The baseline of one search: goes with its findings, so that assertions can ask for it. */
final class TestBaseline {

    private final Baselines baselines;
    private final String id;
    private final String command;
    private final boolean writing;
    private final Replaying replaying;
    private final Function<ModelIdentity, Optional<Classifier>> release;
    private @Nullable BaselineComparison comparison;

    /**
     * The baseline of a search.
     *
     * @param baselines where it is
     * @param id what it is found by
     * @param command runs the test alone, with the seed
     * @param writing whether this run writes baselines instead of being held against them
     * @param replaying asks models
     * @param release the model of an earlier release, where it is at hand
     */
    TestBaseline(
            Baselines baselines,
            String id,
            String command,
            boolean writing,
            Replaying replaying,
            Function<ModelIdentity, Optional<Classifier>> release) {
        this.baselines = baselines;
        this.id = id;
        this.command = command;
        this.writing = writing;
        this.replaying = replaying;
        this.release = release;
    }

    /** Writes the baseline, in a run that does. */
    void arrived(Findings findings) {
        if (writing) {
            baselines.write(Baseline.of(id, findings, Clock.systemUTC().instant()));
        }
    }

    /** Where this run has written the baseline; empty where it is held against one. */
    Optional<Path> written() {
        return writing ? Optional.of(baselines.file(id)) : Optional.empty();
    }

    /**
     * Holds findings against the baseline; once, however many assertions ask.
     *
     * @throws BaselineException when there is none, or it is about something else
     */
    synchronized BaselineComparison comparison(Findings findings) {
        BaselineComparison made = comparison;
        if (made == null) {
            Baseline baseline = baselines.find(id).orElseThrow(this::absent);
            made = BaselineComparison.of(findings, baseline, release.apply(baseline.model()), replaying);
            comparison = made;
        }
        return made;
    }

    /** The comparison, where an assertion has asked for it. */
    synchronized Optional<BaselineComparison> made() {
        return Optional.ofNullable(comparison);
    }

    private BaselineException absent() {
        return new BaselineException(
                "There is no baseline of %s in %s. Write one with the release that later ones are to be held against, and commit it: %s -D%s=write"
                        .formatted(id, baselines.directory(), command, Settings.BASELINE));
    }
}
