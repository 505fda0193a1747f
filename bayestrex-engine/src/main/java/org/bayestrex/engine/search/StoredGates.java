/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.rate.GateFamily;

/**
 * Gates that one process of a build hands on to the next, as JSON: with all that it takes to judge them together.
 *
 * @param build whose they are
 * @param members the gates
 */
public record StoredGates(String build, List<GateFamily.Member> members) {

    private static final int SCHEMA_VERSION = 1;

    public StoredGates {
        members = List.copyOf(members);
    }

    /** As JSON. */
    public String toJson() {
        JsonArray gates = new JsonArray();
        members.forEach(member -> gates.add(RecordJson.write(member)));
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SCHEMA_VERSION);
        json.addProperty("build", build);
        json.add("gates", gates);
        return json.toString();
    }

    /**
     * What {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException when it is something else, or of another version
     */
    public static StoredGates read(String text) {
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            int version = json.get("schemaVersion").getAsInt();
            if (version != SCHEMA_VERSION) {
                throw new IllegalArgumentException("its schemaVersion is " + version + ", not " + SCHEMA_VERSION);
            }
            List<GateFamily.Member> members = new ArrayList<>();
            for (JsonElement each : json.getAsJsonArray("gates")) {
                members.add(RecordJson.read(GateFamily.Member.class, each.getAsJsonObject()));
            }
            return new StoredGates(json.get("build").getAsString(), members);
        } catch (RuntimeException e) { // Gson throws many kinds; all say that the text is damaged
            throw new IllegalArgumentException("it holds no gates: " + e.getMessage(), e);
        }
    }

    /** These gates and those of the same build that others had stored before; of a gate that was run again, this run's. */
    public StoredGates after(StoredGates earlier) {
        if (!earlier.build().equals(build)) {
            return this;
        }
        List<GateFamily.Member> all = new ArrayList<>(earlier.members());
        all.removeIf(old -> members.stream().anyMatch(now -> isSame(old, now)));
        all.addAll(members);
        return new StoredGates(build, all);
    }

    private static boolean isSame(GateFamily.Member one, GateFamily.Member other) {
        return one.test().equals(other.test())
                && one.invocation().equals(other.invocation())
                && one.gate().gate().equals(other.gate().gate());
    }
}
