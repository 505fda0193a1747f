/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.json;

import com.google.gson.JsonObject;
import org.bayestrex.engine.rate.Rate;

/** A rate with all that it rests on. */
public final class RateJson {

    private RateJson() {}

    /** To JSON; an estimate that there is none of is null. */
    public static JsonObject write(Rate rate) {
        JsonObject json = new JsonObject();
        Fields.add(json, "estimate", rate.estimate());
        Fields.add(json, "lower", rate.lower());
        Fields.add(json, "upper", rate.upper());
        Fields.add(json, "level", rate.level());
        json.addProperty("method", rate.method());
        return json;
    }

    /**
     * And back.
     *
     * @throws MalformedJsonException when it is none
     */
    public static Rate read(Fields json) {
        try {
            return new Rate(
                    json.number("estimate"),
                    json.number("lower"),
                    json.number("upper"),
                    json.number("level"),
                    json.text("method"));
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException(String.valueOf(e.getMessage()));
        }
    }
}
