/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bayestrex.engine.json.Fields;
import org.bayestrex.engine.json.ModelJson;

/** A finding as JSON. */
final class CorpusJson {

    static final int SCHEMA_VERSION = 1;

    private CorpusJson() {}

    static String write(CorpusFinding finding) {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SCHEMA_VERSION);
        json.addProperty("id", finding.id());
        json.addProperty("test", finding.test());
        json.addProperty("target", finding.target());
        json.addProperty("found", finding.found().toString());
        json.addProperty("seed", finding.seed());
        json.addProperty("engine", finding.engine());
        json.add("model", ModelJson.write(finding.model()));
        json.add("distribution", ModelJson.write(finding.distribution()));
        json.addProperty("draws", finding.draws());
        json.addProperty("ofDraws", finding.ofDraws());
        json.addProperty("radius", finding.radius());
        json.addProperty("predictedClass", finding.predictedClass());
        JsonObject labels = new JsonObject();
        finding.labels().forEach(labels::addProperty);
        json.add("labels", labels);
        json.add("latent", Fields.floats(finding.latent()));
        json.add("logits", Fields.floats(finding.logits()));
        json.add("confidences", Fields.floats(finding.confidences()));
        return Fields.print(json);
    }

    /**
     * Reads a finding.
     *
     * @throws RuntimeException when it is none
     */
    static CorpusFinding read(String text) {
        Fields json = Fields.parse(text, SCHEMA_VERSION);
        Map<String, Integer> labels = new LinkedHashMap<>();
        json.map("labels").forEach((oracle, label) -> labels.put(oracle, Integer.valueOf(label)));
        return new CorpusFinding(
                json.text("id"),
                json.text("test"),
                json.text("target"),
                Instant.parse(json.text("found")),
                json.wholeNumber("seed"),
                json.text("engine"),
                ModelJson.read(json.object("model")),
                ModelJson.read(json.object("distribution")),
                json.integer("draws"),
                json.integer("ofDraws"),
                json.number("radius"),
                json.numbers("latent"),
                json.numbers("logits"),
                json.numbers("confidences"),
                json.integer("predictedClass"),
                labels);
    }
}
