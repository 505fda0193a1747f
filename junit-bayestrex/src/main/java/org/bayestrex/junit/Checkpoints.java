/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.SearchService;
import org.bayestrex.engine.search.SearchSpec;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where a test's searches keep what the networks answered, if anywhere.
 *
 * @param directory for all of them
 */
record Checkpoints(Optional<Path> directory) {

    static Checkpoints of(ExtensionContext context, Settings settings) {
        Optional<Path> configured = settings.path(Settings.CHECKPOINT_DIR);
        boolean declared = Declared.nearestFirst(context, Sampling.class).stream()
                .anyMatch(each -> each.annotation().checkpoint());
        return new Checkpoints(
                configured.isEmpty() && declared
                        ? Optional.of(settings.outputDirectory().resolve("checkpoints"))
                        : configured);
    }

    /** Begins a search, or resumes it. */
    CompletableFuture<Findings> submit(SearchService service, SearchSpec spec) {
        return directory.isPresent() ? service.submit(spec, directory.get()) : service.submit(spec);
    }
}
