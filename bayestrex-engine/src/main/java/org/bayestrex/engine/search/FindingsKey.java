/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bayestrex.engine.checkpoint.JournalKey;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;

/**
 * The key under which findings are kept: all that they depend on. Of the deadline they don't: findings that one cut short
 * are not kept.
 */
final class FindingsKey {

    private FindingsKey() {}

    /** Why nothing tells whether the findings of a search would be the same again; empty where something does. */
    static Optional<String> obstacle(SearchSpec spec) {
        if (spec.classifier().fingerprint().isEmpty()) {
            return Optional.of(isCode("the classifier " + spec.classifier().name()));
        }
        if (spec.distribution().fingerprint().isEmpty()) {
            return Optional.of(isCode("the distribution " + spec.distribution().name()));
        }
        for (LabelOracle oracle : spec.oracles()) {
            if (oracle.fingerprint().isEmpty()) {
                return Optional.of(isCode("the label oracle " + oracle.name()));
            }
        }
        Target target = spec.target();
        boolean own = target.getClass().getPackage() != HighConfidence.class.getPackage();
        return own ? Optional.of(isCode("the target " + target.getClass().getSimpleName())) : Optional.empty();
    }

    private static String isCode(String what) {
        return what + " is code, and nothing tells when that changes";
    }

    /**
     * The key of a search without an obstacle.
     *
     * @param engine what the engine is, {@link EngineVersion#withCode()}
     */
    static JournalKey of(SearchSpec spec, String engine) {
        Map<String, String> parts = new TreeMap<>();
        parts.put("target", spec.target().getClass().getName() + " " + spec.target());
        parts.put("classifier", spec.classifier().name());
        parts.put("classifier's fingerprint", spec.classifier().fingerprint());
        parts.put("classifier's labels", spec.classifier().labels().toString());
        parts.put("distribution", spec.distribution().name());
        parts.put("distribution's fingerprint", spec.distribution().fingerprint());
        parts.put(
                "distribution's excluded classes",
                new TreeSet<>(spec.distribution().excludedClasses()).toString());
        parts.put("distribution's moves", SearchKey.moves(spec.distribution()));
        for (int i = 0; i < spec.oracles().size(); i++) {
            LabelOracle oracle = spec.oracles().get(i);
            parts.put("oracle " + i, oracle.name() + ", " + oracle.fingerprint());
        }
        settings(parts, spec.sampling());
        parts.put("gates", spec.gates().toString()); // they end a search, and say at which level its rates are
        parts.put("engine", engine);
        parts.put("machine", System.getProperty("os.name") + " on " + System.getProperty("os.arch"));
        parts.put("Java", System.getProperty("java.vm.version")); // Math.exp may differ in its last bit
        return JournalKey.of(parts);
    }

    /** Whatever there is to set, also what is added one day. */
    private static void settings(Map<String, String> parts, Sampling sampling) {
        for (RecordComponent component : Sampling.class.getRecordComponents()) {
            if (!component.getName().equals("deadline")) {
                try {
                    parts.put(
                            "sampling " + component.getName(),
                            String.valueOf(component.getAccessor().invoke(sampling)));
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException("cannot read " + component, e);
                }
            }
        }
    }
}
