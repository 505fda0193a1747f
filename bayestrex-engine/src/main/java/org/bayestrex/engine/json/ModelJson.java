/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.json;

import com.google.gson.JsonObject;
import org.bayestrex.engine.model.ModelIdentity;

/** Which model something rests on. */
public final class ModelJson {

    private ModelJson() {}

    /** To JSON. */
    public static JsonObject write(ModelIdentity model) {
        JsonObject json = new JsonObject();
        json.addProperty("name", model.name());
        json.addProperty("fingerprint", model.fingerprint());
        return json;
    }

    /**
     * And back.
     *
     * @throws MalformedJsonException when it is none
     */
    public static ModelIdentity read(Fields json) {
        return new ModelIdentity(json.text("name"), json.text("fingerprint"));
    }
}
