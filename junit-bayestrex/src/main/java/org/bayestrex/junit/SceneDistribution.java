/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Searches scenes instead of a generator's inputs: cubes, spheres, cylinders and cones on a table, drawn by the engine's own
 * renderer, in pictures [batch, 3, height, width] with values in [0, 1].
 *
 * <p>Stands where {@link DataDistribution} would; of the two the nearest to the test counts. A scene says by itself how many
 * objects of a kind it holds. So where {@link #asks} says which count the model's classes are, class k being k objects, true
 * labels need no oracle.
 *
 * <pre>{@code
 * @ModelUnderTest("models/clevr-count-cubes.pt")
 * @SceneDistribution(without = "cube", asks = "cube")
 * @HighConfidenceFailures(excludeClass = 1)
 * void seldomSeesACubeWhereThereIsNone(Findings findings) {
 *     assertThat(findings).hasFailureRateBelow(1e-3);
 * }
 * }</pre>
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(SearchExtension.class)
public @interface SceneDistribution {

    /** How many objects: one number, or the fewest and the most; all numbers between them are as likely as each other. */
    int[] objects() default 5;

    /** Shapes that no object has: {@code "cube"}, {@code "sphere"}, {@code "cylinder"}, {@code "cone"}; cones where nothing is said of shapes. */
    String[] without() default {};

    /** The shapes that objects have; with {@link #without} one of the two is enough. */
    String[] only() default {};

    /**
     * Which objects the model counts, in words: {@code "cube"}, {@code "blue sphere"}, {@code "small red metal cylinder"}. Empty
     * where its classes are no counts; then the scene does not say which class is right.
     */
    String asks() default "";

    /** Width of a picture, in pixels. */
    int width() default 96;

    /** Height of a picture, in pixels. */
    int height() default 72;

    /** {@link Support#NOVEL} where the model never saw objects of such shapes; then {@link #asks} is needed. */
    Support support() default Support.SAME;
}
