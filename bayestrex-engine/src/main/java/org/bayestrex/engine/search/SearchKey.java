/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bayestrex.engine.checkpoint.JournalKey;
import org.bayestrex.engine.file.Sha256;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.model.PriorMove;
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
        Prior prior = Prior.of(spec.distribution());
        Map<String, String> parts = new TreeMap<>();
        parts.put("target", spec.target().describe());
        parts.put("target type", type(spec.target()));
        parts.put("classifier", spec.classifier().name());
        parts.put("classifier's fingerprint", spec.classifier().fingerprint());
        parts.put("distribution", spec.distribution().name());
        parts.put("distribution's fingerprint", spec.distribution().fingerprint());
        parts.put("models' answers to a probe", probe(model, prior));
        if (prior.isStructured()) {
            parts.put("distribution's moves", moves(spec.distribution()));
        }
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

    /** What a distribution's own moves are called; empty where it has none. */
    static String moves(DataDistribution distribution) {
        return distribution.moves().stream().map(PriorMove::name).toList().toString();
    }

    private static String probe(LatentClassifier model, Prior prior) {
        int d = model.latentSize();
        List<double[]> points = IntStream.range(0, PROBES)
                .mapToObj(probe -> IntStream.range(probe * d, (probe + 1) * d)
                        .mapToDouble(i -> (i * 37 % 17 - 8) / 4f) // from -2 to 2
                        .toArray())
                .toList();
        float[] latents = new float[PROBES * d];
        List<double[]> admitted = prior.admitted(points);
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) admitted.get(i / d)[i % d];
        }
        float[] logits = model.logits(latents, PROBES);
        ByteBuffer bytes = ByteBuffer.allocate(logits.length * Float.BYTES);
        for (float logit : logits) {
            bytes.putInt(Float.floatToIntBits(logit));
        }
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes.array()), 0, 16);
    }
}
