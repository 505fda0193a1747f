/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.bayestrex.engine.checkpoint.JournalKey;
import org.bayestrex.engine.file.Sha256;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.target.Target;

/**
 * The key of a search's journal: all that its draws depend on. The deadline is no part of it, so a search that was
 * cut short can be given more time; label oracles are none, so draws that are there can be labelled.
 */
final class SearchKey {

    /** Latents at which the models are tried: whatever changes their answers by a bit, changes the key. */
    private static final int PROBES = 8;

    private SearchKey() {}

    static JournalKey of(SearchSpec spec, LatentClassifier model) {
        Map<String, String> parts = new TreeMap<>();
        parts.put("target", spec.target().describe());
        parts.put("target type", type(spec.target()));
        parts.put("classifier", spec.classifier().name());
        parts.put("classifier's fingerprint", spec.classifier().fingerprint());
        parts.put("distribution", spec.distribution().name());
        parts.put("distribution's fingerprint", spec.distribution().fingerprint());
        parts.put("models' answers to a probe", probe(model));
        sampling(parts, spec.sampling());
        if (!spec.gates().isEmpty()) {
            parts.put("gates", spec.gates().toString()); // they may want more of the pilot
        }
        parts.put("engine", EngineVersion.get());
        parts.put("architecture", System.getProperty("os.arch"));
        parts.put("Java", System.getProperty("java.vm.version")); // Math.exp may differ in its last bit
        return JournalKey.of(parts);
    }

    private static void sampling(Map<String, String> parts, Sampling sampling) {
        parts.put("method", sampling.method().name());
        parts.put("chains", String.valueOf(sampling.chains()));
        parts.put("warmup", String.valueOf(sampling.warmup()));
        parts.put("draws", String.valueOf(sampling.draws()));
        parts.put("seed", String.valueOf(sampling.seed()));
        parts.put("sigma", String.valueOf(sampling.sigma()));
        parts.put("pilot", String.valueOf(sampling.pilot()));
        parts.put("batch", String.valueOf(sampling.batch()));
        parts.put("strict", String.valueOf(sampling.strict()));
    }

    /** Targets whose descriptions are equal by mistake are told apart, as far as they can say what they are. */
    private static String type(Target target) {
        Class<?> type = target.getClass();
        return type.isRecord() ? type.getName() + " " + target : type.getName();
    }

    private static String probe(LatentClassifier model) {
        float[] latents = new float[PROBES * model.latentSize()];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (i * 37 % 17 - 8) / 4f; // from -2 to 2
        }
        float[] logits = model.logits(latents, PROBES);
        ByteBuffer bytes = ByteBuffer.allocate(logits.length * Float.BYTES);
        for (float logit : logits) {
            bytes.putInt(Float.floatToIntBits(logit));
        }
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes.array()), 0, 16);
    }
}
