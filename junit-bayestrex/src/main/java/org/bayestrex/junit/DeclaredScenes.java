/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.bayestrex.engine.scene.Attribute;
import org.bayestrex.engine.scene.Colour;
import org.bayestrex.engine.scene.Count;
import org.bayestrex.engine.scene.Material;
import org.bayestrex.engine.scene.Shape;
import org.bayestrex.engine.scene.Size;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The scenes that {@link SceneDistribution} declares for one test.
 *
 * @param declared the annotation
 * @param test class and method, for messages
 */
record DeclaredScenes(Declared<SceneDistribution> declared, String test) implements DeclaredProgram {

    @Override
    public org.bayestrex.engine.model.DataDistribution distribution(ModelCache models, int classes) {
        Key key = key(classes);
        if (key.mostToCount() >= classes) {
            throw SceneMisuse.tooMany(where(), annotation().asks(), key.mostToCount(), classes);
        }
        return models.distribution(key, key::make);
    }

    /** Pictures of this size. */
    @Override
    public org.bayestrex.engine.model.DataDistribution inputs(ModelCache models) {
        Key key = key(Integer.MAX_VALUE).withoutQuestion();
        return models.distribution(key, key::make);
    }

    /** Every count but none is wrong. */
    @Override
    public org.bayestrex.engine.model.DataDistribution novel(ModelCache models, int classes) {
        if (annotation().support() != Support.NOVEL) {
            throw SceneMisuse.notNovel(test, where());
        }
        requireQuestion("NovelClassConfidence");
        org.bayestrex.engine.model.DataDistribution scenes = distribution(models, classes);
        if (!scenes.excludedClasses().contains(1)) {
            throw SceneMisuse.asksForNovel(test, annotation().asks(), where());
        }
        return scenes;
    }

    /** No scene holds so many. */
    @Override
    public org.bayestrex.engine.model.DataDistribution without(int count, ModelCache models, int classes) {
        requireQuestion("HighConfidenceFailures");
        org.bayestrex.engine.model.DataDistribution scenes = distribution(models, classes);
        if (!scenes.excludedClasses().contains(count)) {
            throw SceneMisuse.holds(test, count, annotation().asks(), where());
        }
        return scenes;
    }

    @Override
    public ExtensionConfigurationException needsNoOracle() {
        return SceneMisuse.oracle(test, where());
    }

    @Override
    public ExtensionConfigurationException doNotFit(CompletionException failed) {
        return SceneMisuse.modelsDoNotFit(
                test, annotation().width(), annotation().height(), failed);
    }

    @Override
    public boolean labels(ModelCache models) {
        return asks();
    }

    private boolean asks() {
        return !annotation().asks().isEmpty();
    }

    SceneDistribution annotation() {
        return declared.annotation();
    }

    String where() {
        return declared.where();
    }

    private void requireQuestion(String annotation) {
        if (!asks()) {
            throw SceneMisuse.asksNothing(test, annotation, where());
        }
    }

    private Key key(int classes) {
        if (annotation().width() < 1 || annotation().height() < 1) {
            throw SceneMisuse.size(where(), annotation().width(), annotation().height());
        }
        int[] objects = annotation().objects();
        boolean one = objects.length == 1 && objects[0] >= 1;
        boolean range = objects.length == 2 && objects[0] >= 1 && objects[0] <= objects[1];
        if (!one && !range) {
            throw SceneMisuse.objects(where(), objects);
        }
        return new Key(
                objects[0],
                objects[objects.length - 1],
                shapes(),
                question(),
                classes,
                annotation().width(),
                annotation().height());
    }

    /** CLEVR's three where nothing is said. */
    private Set<Shape> shapes() {
        EnumSet<Shape> shapes = EnumSet.complementOf(EnumSet.of(Shape.CONE));
        if (annotation().only().length > 0) {
            shapes.clear();
            Arrays.stream(annotation().only()).map(word -> shape("only", word)).forEach(shapes::add);
        }
        Arrays.stream(annotation().without())
                .map(word -> shape("without", word))
                .forEach(shapes::remove);
        if (shapes.isEmpty()) {
            throw SceneMisuse.noShapeLeft(where());
        }
        return shapes;
    }

    private Shape shape(String attribute, String word) {
        return Arrays.stream(Shape.values())
                .filter(shape -> shape.word().equals(word))
                .findFirst()
                .orElseThrow(() -> SceneMisuse.unknownShape(
                        where(),
                        attribute,
                        word,
                        Arrays.stream(Shape.values()).map(Shape::word).toList()));
    }

    private List<Attribute> question() {
        List<Attribute> attributes = new ArrayList<>();
        if (asks()) {
            for (String word : annotation().asks().strip().split("\\s+", -1)) {
                attributes.add(words().filter(known -> known.word().equals(word))
                        .findFirst()
                        .orElseThrow(() ->
                                SceneMisuse.unknownWord(where(), annotation().asks(), word)));
            }
        }
        return attributes;
    }

    private static Stream<Attribute> words() {
        return Stream.<Attribute[]>of(Size.values(), Colour.values(), Material.values(), Shape.values())
                .flatMap(Arrays::stream);
    }

    /** What makes scenes the same. */
    private record Key(
            int fewest, int most, Set<Shape> shapes, List<Attribute> question, int classes, int width, int height) {

        Key withoutQuestion() {
            return new Key(fewest, most, shapes, List.of(), 0, width, height);
        }

        /** How many there can be of what is asked for. */
        int mostToCount() {
            List<Attribute> asked =
                    question.stream().filter(Shape.class::isInstance).toList();
            boolean none =
                    question.isEmpty() || (!asked.isEmpty() && asked.stream().noneMatch(shapes::contains));
            return none ? 0 : most;
        }

        org.bayestrex.engine.model.DataDistribution make() {
            org.bayestrex.engine.scene.SceneDistribution.Builder scenes =
                    org.bayestrex.engine.scene.SceneDistribution.builder()
                            .objects(fewest, most)
                            .only(shapes.toArray(Shape[]::new))
                            .size(width, height);
            return (question.isEmpty() ? scenes : scenes.asking(new Count(question), classes)).build();
        }
    }
}
