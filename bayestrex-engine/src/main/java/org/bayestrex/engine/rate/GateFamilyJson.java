/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Gates that are judged together, as JSON. */
final class GateFamilyJson {

    private GateFamilyJson() {}

    static String of(GateFamily family) {
        JsonObject json = new JsonObject();
        json.addProperty("verdict", family.verdict().name());
        json.addProperty("correction", family.correction().name());
        json.addProperty("oneSidedLevel", family.level());
        JsonArray rows = new JsonArray();
        family.rows().forEach(row -> rows.add(row(row)));
        json.add("gates", rows);
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(json);
    }

    private static JsonObject row(GateFamily.Row row) {
        SettledGate gate = row.member().gate();
        JsonObject json = new JsonObject();
        json.addProperty("test", row.member().test());
        json.addProperty("invocation", row.member().invocation());
        json.addProperty("claim", gate.gate().toString());
        json.addProperty("alone", gate.verdict().name());
        json.addProperty("pOfPass", gate.passes());
        json.addProperty("pOfFail", gate.fails());
        json.addProperty("adjustedPOfPass", row.passes());
        json.addProperty("adjustedPOfFail", row.fails());
        json.addProperty("verdict", row.verdict().name());
        return json;
    }
}
