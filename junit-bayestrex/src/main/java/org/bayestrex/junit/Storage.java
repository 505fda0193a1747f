/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.bayestrex.engine.baseline.Baselines;
import org.bayestrex.engine.corpus.Corpus;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.engine.search.Replaying;
import org.bayestrex.engine.search.SearchService;
import org.bayestrex.engine.search.SearchSpec;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where the searches of a method have their baselines and findings in the repository.
 *
 * @param context the method's
 * @param settings the configuration parameters
 * @param session of the run
 * @param subject the models
 */
record Storage(ExtensionContext context, Settings settings, Session session, DeclaredSubject subject) {

    private static final String BASELINES = "src/test/bayestrex/baselines";
    private static final int MOST = 20;

    /**
     * Begins a search: asks about its known findings.
     *
     * @param command runs it alone
     */
    StoredTest begin(SearchSpec spec, String test, String command) {
        String id = "%s#%s %s"
                .formatted(
                        context.getRequiredTestClass().getName(),
                        context.getRequiredTestMethod().getName(),
                        spec.target().describe());
        Replaying replaying = onTheThreadOf(session.service(settings));
        TestBaseline baseline = new TestBaseline(
                new Baselines(Path.of(settings.text(Settings.BASELINE_DIR).orElse(BASELINES))),
                id,
                command,
                settings.writesBaselines(),
                replaying,
                subject::release);
        return StoredTest.begin(test, spec, baseline, corpus(id, replaying));
    }

    private Optional<TestCorpus> corpus(String id, Replaying replaying) {
        List<Declared<KeepFindings>> declared = Declared.nearestFirst(context, KeepFindings.class);
        Optional<KeepFindings> nearest = declared.stream().findFirst().map(Declared::annotation);
        String mode = settings.corpusMode();
        return settings.text(Settings.CORPUS_DIR)
                .or(() -> nearest.map(KeepFindings::value))
                .filter(directory -> !mode.equals("off"))
                .map(directory -> new TestCorpus(
                        Corpus.open(Path.of(directory)),
                        id,
                        nearest.map(KeepFindings::most).orElse(MOST),
                        mode.equals("update"),
                        replaying));
    }

    /** Asks models on the one thread that may. */
    static Replaying onTheThreadOf(SearchService service) {
        return (latents, classifier, distribution) -> {
            try {
                return latents.isEmpty()
                        ? List.<Replayed>of()
                        : service.replay(latents, classifier, distribution).join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        };
    }
}
