/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bayestrex.engine.cache.Entry;
import org.bayestrex.engine.checkpoint.JournalKey;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.search.Findings.Effort;
import org.bayestrex.engine.search.Findings.Rates;

/** Findings as an entry of a cache, and back: all but what was asked for, which who asks again knows. */
final class KeptFindings {

    /** Above this there is no array of bytes. */
    private static final long LARGEST = 1L << 30;

    private KeptFindings() {}

    /** Why findings are not kept, whatever the key; empty where they are. */
    static Optional<String> obstacle(Findings findings) {
        if (findings.samples().isEmpty()) {
            return Optional.of("there is no draw");
        }
        long size =
                DrawsBytes.of(findings, DrawsBytes.numbered(findings.samples())).size();
        return size <= LARGEST ? Optional.empty() : Optional.of("%,d bytes are too many".formatted(size));
    }

    static Entry write(JournalKey key, Findings findings, Instant computed) {
        Map<Tensor, Integer> inputs = DrawsBytes.numbered(findings.samples());
        DrawsBytes draws = DrawsBytes.of(findings, inputs);
        JsonObject json = new JsonObject();
        json.addProperty("computed", computed.toString());
        json.add("rates", RecordJson.write(findings.rates()));
        json.add("diagnostics", RecordJson.write(findings.diagnostics()));
        json.add("effort", RecordJson.write(findings.effort()));
        json.add("draws", RecordJson.write(draws));
        json.add("ids", DrawsBytes.ids(findings.samples()));
        return new Entry(key, json, draws.write(findings, inputs));
    }

    /**
     * The findings of an entry.
     *
     * @throws IOException when it doesn't hold them
     */
    static Findings read(Entry entry, SearchSpec spec) throws IOException {
        JsonObject json = entry.json();
        try {
            DrawsBytes format = RecordJson.read(DrawsBytes.class, json.getAsJsonObject("draws"));
            DrawsBytes.Draws draws = format.read(entry.binary(), json);
            return new Findings(
                            spec,
                            draws.samples(),
                            RecordJson.read(Diagnostics.class, json.getAsJsonObject("diagnostics")),
                            RecordJson.read(Rates.class, json.getAsJsonObject("rates")),
                            RecordJson.read(Effort.class, json.getAsJsonObject("effort")),
                            draws.prior())
                    .computedAt(Instant.parse(json.get("computed").getAsString()));
        } catch (RuntimeException e) { // many kinds; all say that it was not written by this engine
            throw new IOException("it doesn't hold findings: " + e.getMessage(), e);
        }
    }
}
