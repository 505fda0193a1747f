/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replaying;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One invocation of a search test.
 *
 * @param displayName short, the same in every run
 * @param test class and method
 * @param findings what is found, once it is
 * @param replay the line that repeats the search alone
 * @param strip the film strip that it belongs to
 * @param neighbours what its findings are held against
 * @param explanation how its findings are explained
 * @param stored what the repository holds of it
 * @param matrix the gates of all invocations
 * @param replaying asks the models again, on the thread of the searches
 */
record SearchInvocation(
        String displayName,
        String test,
        Future<Findings> findings,
        String replay,
        Optional<StripSoFar> strip,
        Optional<DeclaredNeighbours> neighbours,
        Optional<DeclaredExplanation> explanation,
        StoredTest stored,
        MatrixSoFar matrix,
        Replaying replaying)
        implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
        return displayName;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new SearchedTest(this));
    }
}
