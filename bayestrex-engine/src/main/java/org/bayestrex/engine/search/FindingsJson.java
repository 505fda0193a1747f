/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.bayestrex.engine.json.Fields;
import org.bayestrex.engine.json.RateJson;

/**
 * Findings as JSON, for reports and for whatever reads them later. Numbers that are undefined are null.
 * The inputs are left out: latent and generator give them again.
 */
final class FindingsJson {

    static final int SCHEMA_VERSION = 1;

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private FindingsJson() {}

    /** Writes a line for each sample, at most so many of them, evenly spread over the draws. */
    static String write(Findings findings, int maxSamples) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.setIndent("  ");
            writer.setHtmlSafe(false);
            writer.beginObject();
            for (var entry : summary(findings).entrySet()) {
                writer.name(entry.getKey());
                GSON.toJson(entry.getValue(), writer);
            }
            writer.name("samples").beginArray();
            int count = Math.min(maxSamples, findings.samples().size());
            for (int i = 0; i < count; i++) {
                long index = (long) i * findings.samples().size() / count;
                writer.jsonValue(GSON.toJson(sample(findings.samples().get((int) index))));
            }
            writer.endArray();
            writer.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static JsonObject summary(Findings findings) {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SCHEMA_VERSION);
        json.add("search", search(findings.spec()));
        JsonObject rates = new JsonObject();
        rates.add("levelSetMass", RateJson.write(findings.levelSetMass()));
        rates.add("wrongLabelShare", RateJson.write(findings.wrongLabelShare()));
        rates.add("failureRate", RateJson.write(findings.failureRate()));
        rates.add("wrongLabelConfidence", RateJson.write(findings.wrongLabelConfidence()));
        JsonArray masses = new JsonArray();
        findings.massEstimates().forEach(mass -> masses.add(RateJson.write(mass)));
        rates.add("levelSetMassBySampler", masses);
        rates.add("leak", RateJson.write(findings.leak()));
        JsonArray disagreements = new JsonArray();
        findings.labelDisagreements().forEach(disagreement -> disagreements.add(disagreement(disagreement)));
        rates.add("labelDisagreements", disagreements);
        json.add("rates", rates);
        if (!findings.spec().gates().isEmpty()) {
            json.add("gates", GateJson.of(findings.gates()));
        }
        json.add("diagnostics", diagnostics(findings.diagnostics()));
        JsonObject effort = new JsonObject();
        findings.fromCache().ifPresent(computed -> effort.addProperty("fromCacheComputed", computed.toString()));
        effort.addProperty("gradients", findings.effort().gradients());
        effort.addProperty("forwards", findings.effort().forwards());
        effort.addProperty("seconds", findings.elapsed().toMillis() / 1000.0);
        JsonArray parts = new JsonArray();
        findings.effort().parts().forEach(part -> parts.add(part(part)));
        effort.add("parts", parts);
        json.add("effort", effort);
        json.addProperty("drawsInAll", findings.samples().size());
        return json;
    }

    private static JsonObject search(SearchSpec spec) {
        Sampling sampling = spec.sampling();
        JsonObject json = new JsonObject();
        json.addProperty("target", spec.target().describe());
        json.addProperty("classifier", spec.classifier().name());
        json.addProperty("distribution", spec.distribution().name());
        json.addProperty("method", sampling.method().name());
        json.addProperty("chains", sampling.chains());
        json.addProperty("warmup", sampling.warmup());
        json.addProperty("draws", sampling.draws());
        json.addProperty("seed", sampling.seed());
        json.addProperty("sigma", sampling.sigma());
        json.addProperty("deadline", sampling.deadline().toString());
        json.addProperty("pilot", sampling.pilot());
        json.addProperty("batch", sampling.batch());
        json.addProperty("strict", sampling.strict());
        JsonArray oracles = new JsonArray();
        spec.oracles().forEach(oracle -> oracles.add(oracle.name()));
        json.add("oracles", oracles);
        return json;
    }

    private static JsonObject disagreement(LabelDisagreement disagreement) {
        JsonObject json = new JsonObject();
        json.addProperty("one", disagreement.one());
        json.addProperty("other", disagreement.other());
        json.addProperty("both", disagreement.both());
        json.addProperty("differing", disagreement.differing());
        json.add("share", RateJson.write(disagreement.share()));
        return json;
    }

    private static JsonObject diagnostics(Diagnostics diagnostics) {
        JsonObject json = new JsonObject();
        json.addProperty("converged", diagnostics.converged());
        Fields.add(json, "maxRHat", diagnostics.maxRHat());
        Fields.add(json, "minBulkEss", diagnostics.minBulkEss());
        Fields.add(json, "minTailEss", diagnostics.minTailEss());
        Fields.add(json, "divergences", diagnostics.divergences());
        Fields.add(json, "minBfmi", diagnostics.minBfmi());
        Fields.add(json, "paretoK", diagnostics.paretoK());
        Fields.add(json, "ancestors", diagnostics.ancestors());
        json.addProperty("source", diagnostics.source());
        JsonArray problems = new JsonArray();
        diagnostics.problems().forEach(problems::add);
        json.add("problems", problems);
        return json;
    }

    private static JsonObject part(Part part) {
        JsonObject json = new JsonObject();
        json.addProperty("name", part.name());
        json.addProperty("gradients", part.gradients());
        json.addProperty("forwards", part.forwards());
        Fields.add(json, "seconds", part.seconds());
        Fields.add(json, "share", part.share());
        Fields.add(json, "acceptance", part.acceptance());
        Fields.add(json, "effectiveDraws", part.effectiveDraws());
        Fields.add(json, "effectiveDrawsPerSecond", part.effectiveDrawsPerSecond());
        return json;
    }

    private static JsonObject sample(Sample sample) {
        JsonObject json = new JsonObject();
        json.addProperty("id", sample.id());
        json.addProperty("chain", sample.chain());
        json.addProperty("draw", sample.draw());
        json.addProperty("inLevelSet", sample.inLevelSet());
        Fields.add(json, "logDensity", sample.logDensity());
        JsonObject labels = new JsonObject();
        sample.labels()
                .forEach((oracle, label) -> labels.add(
                        oracle, label.isPresent() ? new JsonPrimitive(label.getAsInt()) : JsonNull.INSTANCE));
        json.add("labels", labels);
        json.add("latent", Fields.floats(sample.latent()));
        json.add("logits", Fields.floats(sample.logits()));
        return json;
    }
}
