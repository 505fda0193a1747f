/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.search.ComparedModels;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * The one invocation of a comparison test.
 *
 * @param displayName both models
 * @param test class and method
 * @param compared what it came to, once it has
 * @param classNames of the model under test; empty where classes are numbered
 * @param models by their roles
 * @param distribution what both are searched on
 * @param replay the line that repeats it alone
 */
record ComparisonInvocation(
        String displayName,
        String test,
        Future<ComparedModels> compared,
        List<String> classNames,
        Map<String, ModelIdentity> models,
        DataDistribution distribution,
        String replay)
        implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
        return displayName;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new ComparedTest(this));
    }
}
