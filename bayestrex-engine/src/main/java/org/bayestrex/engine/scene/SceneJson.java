/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bayestrex.engine.file.AtomicFile;
import org.bayestrex.engine.json.Fields;
import org.bayestrex.engine.json.MalformedJsonException;

/**
 * Scenes as JSON that people edit: a line for each object, names rather than numbers. Positions are in the table's units, rotations
 * in radians.
 *
 * @since 0.1
 */
public final class SceneJson {

    private static final int VERSION = 1;

    private SceneJson() {}

    /** A scene as text. */
    public static String write(Scene scene) {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", VERSION);
        JsonArray objects = new JsonArray();
        scene.objects().forEach(object -> objects.add(write(object)));
        json.add("objects", objects);
        JsonObject jitter = new JsonObject();
        jitter.add("camera", write(scene.jitter().camera()));
        jitter.add("key", write(scene.jitter().key()));
        jitter.add("fill", write(scene.jitter().fill()));
        jitter.add("back", write(scene.jitter().back()));
        json.add("jitter", jitter);
        return Fields.print(json);
    }

    private static JsonObject write(SceneObject object) {
        JsonObject json = new JsonObject();
        json.addProperty("shape", object.shape().word());
        json.addProperty("colour", object.colour().word());
        json.addProperty("material", object.material().word());
        json.addProperty("size", object.size().word());
        Fields.add(json, "x", object.x());
        Fields.add(json, "y", object.y());
        Fields.add(json, "rotation", object.rotation());
        return json;
    }

    private static JsonArray write(Offset offset) {
        JsonArray json = new JsonArray();
        json.add(offset.x());
        json.add(offset.y());
        json.add(offset.z());
        return json;
    }

    /**
     * And back.
     *
     * @throws IllegalArgumentException when it is no scene; the message names the field
     */
    public static Scene read(String text) {
        String where = "";
        try {
            Fields json = Fields.parse(text, VERSION);
            List<SceneObject> objects = new ArrayList<>();
            for (Fields object : json.objects("objects")) {
                where = "object " + (objects.size() + 1) + ": ";
                objects.add(object(object));
            }
            where = "";
            Fields jitter = json.object("jitter");
            return new Scene(
                    objects,
                    new Jitter(
                            offset(jitter, "camera"),
                            offset(jitter, "key"),
                            offset(jitter, "fill"),
                            offset(jitter, "back")));
        } catch (MalformedJsonException | IllegalArgumentException e) {
            throw new IllegalArgumentException("This is no scene: " + where + e.getMessage(), e);
        }
    }

    private static SceneObject object(Fields json) {
        return new SceneObject(
                named(json, "shape", Shape.values()),
                named(json, "colour", Colour.values()),
                named(json, "material", Material.values()),
                named(json, "size", Size.values()),
                json.number("x"),
                json.number("y"),
                json.number("rotation"));
    }

    private static <T extends Attribute> T named(Fields json, String field, T[] values) {
        String word = json.text(field);
        return Stream.of(values)
                .filter(value -> value.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is to be one of %s, but is \"%s\""
                        .formatted(
                                field,
                                Stream.of(values).map(Attribute::word).collect(Collectors.joining(", ")),
                                word)));
    }

    private static Offset offset(Fields json, String field) {
        double[] values = json.numbers(field);
        if (values.length != 3) {
            throw new IllegalArgumentException(
                    "\"%s\" is to be three numbers, but has %d".formatted(field, values.length));
        }
        return new Offset(values[0], values[1], values[2]);
    }

    /**
     * Writes a file, as a whole or not at all.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(Path file, Scene scene) throws IOException {
        AtomicFile.write(file, write(scene));
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when it is no scene; the message names the file and the field
     */
    public static Scene read(Path file) throws IOException {
        try {
            return read(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
