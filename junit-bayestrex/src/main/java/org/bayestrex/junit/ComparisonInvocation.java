/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.concurrent.Future;
import org.bayestrex.engine.rate.Comparison;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * The one invocation of a comparison test.
 *
 * @param displayName both models
 * @param test class and method
 * @param comparison what it came to, once it is
 * @param replay the line that repeats it alone
 */
record ComparisonInvocation(String displayName, String test, Future<Comparison> comparison, String replay)
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
