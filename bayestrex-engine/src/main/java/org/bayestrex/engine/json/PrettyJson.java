/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Iterator;
import java.util.Map;

/** JSON that people compare line by line: a line for each field and for each element of a list of objects. */
final class PrettyJson {

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private PrettyJson() {}

    static String of(JsonObject json) {
        StringBuilder text = new StringBuilder();
        append(text, json, "");
        return text.append('\n').toString();
    }

    private static void append(StringBuilder text, JsonObject json, String indent) {
        text.append('{');
        Iterator<Map.Entry<String, JsonElement>> fields = json.entrySet().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonElement> field = fields.next();
            text.append('\n').append(indent).append("  ");
            text.append(GSON.toJson(field.getKey())).append(": ");
            append(text, field.getValue(), indent + "  ");
            text.append(fields.hasNext() ? "," : "\n" + indent);
        }
        text.append('}');
    }

    private static void append(StringBuilder text, JsonElement value, String indent) {
        if (value instanceof JsonObject object) {
            append(text, object, indent);
        } else if (value instanceof JsonArray array
                && !array.isEmpty()
                && array.get(0).isJsonObject()) {
            text.append('[');
            for (int i = 0; i < array.size(); i++) {
                text.append(i == 0 ? "\n" : ",\n").append(indent).append("  ");
                text.append(GSON.toJson(array.get(i)));
            }
            text.append('\n').append(indent).append(']');
        } else {
            text.append(GSON.toJson(value));
        }
    }
}
