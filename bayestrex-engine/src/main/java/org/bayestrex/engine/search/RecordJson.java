/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Records as JSON and back, bit for bit, component by component: of numbers, texts, truth values, constants, durations, and of lists,
 * optionals and records of those. A component that is added is written without further ado; one of another type is refused.
 */
final class RecordJson {

    private RecordJson() {}

    static JsonObject write(Record value) {
        JsonObject json = new JsonObject();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                json.add(
                        component.getName(),
                        element(
                                component.getGenericType(),
                                component.getAccessor().invoke(value)));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
        return json;
    }

    private static JsonElement element(Type type, Object value) {
        if (value instanceof Double number) {
            // JSON has no NaN and no infinities
            return Double.isFinite(number) ? new JsonPrimitive(number) : new JsonPrimitive(number.toString());
        }
        if (value instanceof Integer || value instanceof Long) {
            return new JsonPrimitive((Number) value);
        }
        if (value instanceof Boolean truth) {
            return new JsonPrimitive(truth);
        }
        if (value instanceof String || value instanceof Duration) {
            return new JsonPrimitive(value.toString());
        }
        if (value instanceof Enum<?> constant) {
            return new JsonPrimitive(constant.name());
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? element(argument(type), optional.get()) : JsonNull.INSTANCE;
        }
        if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(each -> array.add(element(argument(type), each)));
            return array;
        }
        if (value instanceof Record record) {
            return write(record);
        }
        throw new IllegalStateException("no JSON is known for " + type);
    }

    /**
     * Reads a record.
     *
     * @throws RuntimeException when the JSON is not that of such a record
     */
    static <R extends Record> R read(Class<R> type, JsonObject json) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getGenericType(), json.get(component.getName())))
                .toArray();
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("it holds no " + type.getSimpleName() + ": " + e, e);
        }
    }

    private static Object value(Type type, JsonElement json) {
        if (json == null) {
            throw new IllegalArgumentException("a value of the type " + type + " is missing");
        }
        if (type == double.class || type == Double.class) {
            return Double.valueOf(json.getAsString());
        }
        if (type == int.class || type == Integer.class) {
            return json.getAsInt();
        }
        if (type == long.class || type == Long.class) {
            return json.getAsLong();
        }
        if (type == boolean.class || type == Boolean.class) {
            return json.getAsBoolean();
        }
        if (type == String.class) {
            return json.getAsString();
        }
        if (type == Duration.class) {
            return Duration.parse(json.getAsString());
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return json.isJsonNull() ? Optional.empty() : Optional.of(value(argument(type), json));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return StreamSupport.stream(json.getAsJsonArray().spliterator(), false)
                    .map(each -> value(argument(type), each))
                    .toList();
        }
        if (type instanceof Class<?> cls && cls.isEnum()) {
            return constant(cls, json.getAsString());
        }
        if (type instanceof Class<?> cls && cls.isRecord()) {
            return read(cls.asSubclass(Record.class), json.getAsJsonObject());
        }
        throw new IllegalStateException("no JSON is known for " + type);
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is no " + type.getSimpleName()));
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
