/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bayestrex.engine.search.TrueLabels;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Who knows the true labels for one test: {@link LabelledBy} on the method, then the builder, then the class's. */
final class LabelSource {

    private LabelSource() {}

    /**
     * The oracle of a test.
     *
     * @param annotation the search annotation that needs it, for messages
     */
    static TrueLabels of(ExtensionContext context, String annotation) {
        Optional<Declared<LabelledBy>> declared =
                Declared.nearestFirst(context, LabelledBy.class).stream().findFirst();
        BayesTrex builder = BayesTrex.of(context);
        TrueLabels given = builder == null ? null : builder.labels();
        if (given != null && declared.isPresent() && !declared.get().isOnMethod()) {
            throw Misuse.givenTwice(declared.get().where(), "LabelledBy", "labelledBy");
        }
        if (declared.isPresent()) {
            return load(declared.get());
        }
        if (given == null) {
            throw Misuse.noLabels(Declared.testName(context), annotation);
        }
        return given;
    }

    private static TrueLabels load(Declared<LabelledBy> declared) {
        LabelledBy annotation = declared.annotation();
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("judge", annotation.judge());
        sources.put("file", annotation.file());
        sources.put("conditionalGenerator", annotation.conditionalGenerator());
        sources.values().removeIf(String::isEmpty);
        if (sources.size() != 1) {
            throw Misuse.oneLabelSource(declared.where(), List.copyOf(sources.keySet()));
        }
        // The one place where the engine's oracles are to be joined to the annotation.
        throw Misuse.labelSourceNotKnown(
                declared.where(), sources.keySet().iterator().next());
    }
}
