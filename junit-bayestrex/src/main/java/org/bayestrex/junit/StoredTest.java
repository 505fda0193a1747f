/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bayestrex.engine.baseline.BaselineComparison;
import org.bayestrex.engine.corpus.CorpusFinding;
import org.bayestrex.engine.corpus.KnownFindings;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.SearchSpec;
import org.bayestrex.junit.report.Publisher;

/** What the repository holds of one search test, before the search and after it. */
final class StoredTest {

    private final TestBaseline baseline;
    private final Optional<TestCorpus> corpus;
    private final Optional<KnownFindings> known;

    private StoredTest(TestBaseline baseline, Optional<TestCorpus> corpus, Optional<KnownFindings> known) {
        this.baseline = baseline;
        this.corpus = corpus;
        this.known = known;
    }

    /** Before the search: known findings are asked again, waivers are looked at. */
    static StoredTest begin(String test, SearchSpec spec, TestBaseline baseline, Optional<TestCorpus> corpus) {
        return new StoredTest(baseline, corpus, corpus.map(kept -> kept.recheck(spec, test)));
    }

    /** The findings with what goes with them; a baseline is written here, whatever the test says of it. */
    Findings arrived(Findings findings) {
        requireUnchanged(findings.spec());
        baseline.arrived(findings);
        Findings equipped = findings.with(TestBaseline.class, baseline);
        return known.map(each -> equipped.with(KnownFindings.class, each)).orElse(equipped);
    }

    /** For the report: the findings with what the test held them against, a {@link BaselineComparison}. */
    Findings compared(Findings findings) {
        return baseline.made()
                .map(made -> findings.with(BaselineComparison.class, made))
                .orElse(findings);
    }

    /** After the test: what is new is kept, and what happened is said. */
    void ended(Findings findings, Publisher publisher) {
        known.filter(each -> !each.all().isEmpty())
                .ifPresent(each -> publisher.entries(Map.of("bayestrex.known", each.summary())));
        baseline.written().ifPresent(file -> publisher.entries(Map.of("bayestrex.baseline", file.toString())));
        if (corpus.isPresent()) {
            requireUnchanged(findings.spec());
            List<CorpusFinding> added = corpus.get().keep(findings);
            if (!added.isEmpty()) {
                publisher.entries(Map.of(
                        "bayestrex.kept", added.stream().map(CorpusFinding::id).collect(Collectors.joining(" "))));
            }
        }
    }

    /** Of a model that changed meanwhile, nothing is judged or stored. */
    private static void requireUnchanged(SearchSpec spec) {
        spec.classifier().requireUnchanged();
        spec.distribution().requireUnchanged();
    }
}
