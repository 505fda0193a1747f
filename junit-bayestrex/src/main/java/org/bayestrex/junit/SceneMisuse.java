/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What is said when scenes are declared wrongly: where, which attribute, which value, and what to do. */
final class SceneMisuse {

    private SceneMisuse() {}

    static ExtensionConfigurationException objects(String where, int[] given) {
        return because(
                ("@SceneDistribution(objects = %s) on %s: this is neither how many objects there are, 1 or more, nor the "
                                + "fewest and the most. Write objects = 5, or objects = {3, 10}.")
                        .formatted(Arrays.toString(given).replace('[', '{').replace(']', '}'), where));
    }

    static ExtensionConfigurationException unknownShape(
            String where, String attribute, String word, List<String> shapes) {
        return because("@SceneDistribution(%s = \"%s\") on %s: there is no such shape. Choose among %s."
                .formatted(attribute, word, where, String.join(", ", shapes)));
    }

    static ExtensionConfigurationException noShapeLeft(String where) {
        return because("@SceneDistribution on %s: without takes away every shape that there is. Leave one of them."
                .formatted(where));
    }

    static ExtensionConfigurationException unknownWord(String where, String asks, String word) {
        return because(
                ("@SceneDistribution(asks = \"%s\") on %s: \"%s\" is no size, colour, material or shape. Write what the model "
                                + "counts in such words, \"blue sphere\" for instance.")
                        .formatted(asks, where, word));
    }

    static ExtensionConfigurationException size(String where, int width, int height) {
        return because(
                "@SceneDistribution(width = %d, height = %d) on %s: a picture has a pixel or more each way. Give such a size."
                        .formatted(width, height, where));
    }

    static ExtensionConfigurationException tooMany(String where, String asks, int most, int classes) {
        return because(
                ("@SceneDistribution(asks = \"%s\") on %s: there may be %d of them, but the model has the classes 0 to %d. Name "
                                + "fewer objects, or take a model that counts so far.")
                        .formatted(asks, where, most, classes - 1));
    }

    static ExtensionConfigurationException asksNothing(String test, String annotation, String where) {
        return because(
                ("@%s on %s: the scenes of %s do not say what the model counts, so nobody knows which of its answers are "
                                + "wrong. Give @SceneDistribution(asks = \"cube\"), for instance.")
                        .formatted(annotation, test, where));
    }

    static ExtensionConfigurationException holds(String test, int cls, String question, String where) {
        return because(
                ("@HighConfidenceFailures(excludeClass = %d) on %s: among the scenes of %s there are some whose count of %s "
                                + "is %d. Leave the shape out, @SceneDistribution(without = ...), ask for a count that is larger than the "
                                + "number of objects, or use @HighConfidence, whose wrong-label share the scenes tell.")
                        .formatted(cls, test, where, question, cls));
    }

    static ExtensionConfigurationException notNovel(String test, String where) {
        return because(
                ("@NovelClassConfidence on %s: the scenes of %s are of shapes that the model knows, but it is about those "
                                + "that it never saw. Give @SceneDistribution(only = ..., support = Support.NOVEL), or use "
                                + "@HighConfidence.")
                        .formatted(test, where));
    }

    static ExtensionConfigurationException asksForNovel(String test, String question, String where) {
        return because(
                ("@NovelClassConfidence on %s: the scenes of %s may hold a %s, so an answer may be right. Leave its shape "
                                + "out, @SceneDistribution(only = ...).")
                        .formatted(test, where, question));
    }

    static ExtensionConfigurationException oracle(String test, String where) {
        return because(
                ("Labels for %s: the true label comes from the scene, as @SceneDistribution(asks = ...) on %s says, and no "
                                + "oracle is needed. Take @LabelledBy, or BayesTrex.builder().labelledBy(...), away; or leave asks out "
                                + "where the classes of the model are no counts.")
                        .formatted(test, where));
    }

    static ExtensionConfigurationException modelsDoNotFit(
            String test, int width, int height, CompletionException failure) {
        Throwable reason = failure.getCause() == null ? failure : failure.getCause();
        return new ExtensionConfigurationException(
                ("@ModelUnderTest and @SceneDistribution(width = %d, height = %d) on %s do not fit together: %s. Give the size "
                                + "of the pictures that the model takes, or take a model of pictures in colour.")
                        .formatted(width, height, test, reason.getMessage()),
                reason);
    }

    private static ExtensionConfigurationException because(String message) {
        return new ExtensionConfigurationException(message);
    }
}
