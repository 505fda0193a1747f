/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many objects are so: {@code Count.of(Shape.SPHERE, Colour.BLUE)} counts blue spheres. Attributes of one kind are alternatives,
 * those of different kinds go together. The answer is the class of the scene: a network that counts has the class n for n objects.
 *
 * @param attributes what is counted; none counts all objects
 * @since 0.1
 */
public record Count(List<Attribute> attributes) {

    /** Copies the list. */
    public Count {
        attributes = List.copyOf(attributes);
    }

    /** A question. */
    public static Count of(Attribute... attributes) {
        return new Count(List.of(attributes));
    }

    /** Whether an object counts. */
    public boolean matches(SceneObject object) {
        Map<Class<?>, Boolean> met = new LinkedHashMap<>();
        attributes.forEach(attribute -> met.merge(attribute.getClass(), attribute.of(object), Boolean::logicalOr));
        return !met.containsValue(false);
    }

    /** The answer. */
    public int in(Scene scene) {
        return (int) scene.objects().stream().filter(this::matches).count();
    }

    /** The shapes that are asked for; all where none is. */
    List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        attributes.stream().filter(Shape.class::isInstance).forEach(attribute -> shapes.add((Shape) attribute));
        return shapes.isEmpty() ? List.of(Shape.values()) : shapes;
    }

    /** {@code number of blue spheres}: as it is said in reports, kinds in the order of speech. */
    @Override
    public String toString() {
        String kinds = spoken(Size.class) + spoken(Colour.class) + spoken(Material.class);
        String shape = spoken(Shape.class).strip();
        return "number of " + kinds + (shape.isEmpty() ? "objects" : shape.replace(" or ", "s or ") + "s");
    }

    private String spoken(Class<? extends Attribute> kind) {
        String words = attributes.stream()
                .filter(kind::isInstance)
                .map(Attribute::word)
                .collect(Collectors.joining(" or "));
        return words.isEmpty() ? "" : words + " ";
    }
}
