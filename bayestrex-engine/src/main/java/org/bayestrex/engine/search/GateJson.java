/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.bayestrex.engine.json.RateJson;
import org.bayestrex.engine.rate.GateReport;
import org.bayestrex.engine.rate.Look;
import org.bayestrex.engine.rate.SettledGate;

/** Gates and looks as JSON. */
final class GateJson {

    private GateJson() {}

    static JsonObject of(GateReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("plannedLooks", report.plan().looks());
        json.addProperty("stoppedEarly", report.stoppedEarly());
        JsonArray settled = new JsonArray();
        report.gates().forEach(gate -> settled.add(gate(gate)));
        json.add("settled", settled);
        JsonArray looks = new JsonArray();
        report.looks().forEach(look -> looks.add(look(look)));
        json.add("looks", looks);
        return json;
    }

    private static JsonObject gate(SettledGate gate) {
        JsonObject json = new JsonObject();
        json.addProperty("claim", gate.gate().toString());
        json.addProperty("verdict", gate.verdict().name());
        json.add("rate", RateJson.write(gate.check().rate()));
        json.addProperty("pOfPass", gate.passes());
        json.addProperty("pOfFail", gate.fails());
        return json;
    }

    private static JsonObject look(Look look) {
        JsonObject json = new JsonObject();
        json.addProperty("number", look.number());
        json.addProperty("evidence", look.evidence());
        json.addProperty("last", look.last());
        json.addProperty("level", look.level());
        JsonArray verdicts = new JsonArray();
        look.verdicts().forEach(verdict -> verdicts.add(verdict.name()));
        json.add("verdicts", verdicts);
        JsonArray rates = new JsonArray();
        look.rates().forEach(rate -> rates.add(RateJson.write(rate)));
        json.add("rates", rates);
        return json;
    }
}
