/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.target.HighConfidence;

/** {@link NovelClassConfidence}. */
record NovelClassRequest(String where, int targetClass) implements SearchRequest {

    @Override
    public String annotation() {
        return "NovelClassConfidence";
    }

    @Override
    public List<SearchCase> cases(Subject subject, Only only) {
        DataDistribution novel = subject.novel();
        return new ClassChoice(where, annotation(), "targetClass", targetClass).cases(subject, only, cls -> {
            HighConfidence target = HighConfidence.of(cls);
            return new SearchCase(
                    target,
                    novel,
                    target.describe() + SearchRequest.label(subject, cls) + " on novel classes",
                    Optional.empty());
        });
    }
}
