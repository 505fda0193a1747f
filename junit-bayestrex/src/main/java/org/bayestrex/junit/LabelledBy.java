/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * How the true label of a generated input is known: one of the attributes is given. A distribution that knows the class of
 * what it draws ({@code DataDistribution.labelOf}) needs none. On a method, a class, or an annotation
 * of one's own; the nearest counts.
 *
 * <pre>{@code
 * @LabelledBy(judge = "models/mnist-judge.pt")
 * class DigitModelTest {}
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface LabelledBy {

    /**
     * A classifier of another kind, from images to logits, whose confusion on labelled data stands in its card: the file of
     * the same name that ends in {@code .json}. A path or a {@code classpath:} resource.
     *
     * <p>Where the model under test knows fewer classes than the judge, or counts them otherwise, the model's own card says
     * which of the data set's classes each of its outputs stands for: {@code "classes": [0, 1, 3, 6, 9]}. What the judge takes
     * for another class than these is wrong, whatever the model claims.
     */
    String judge() default "";

    /**
     * A table of people's labels with the columns {@code id} and {@code label}. Where there is none yet, nothing is known of
     * labels; each run writes {@code labels.csv} to its output folder, to be filled in, and {@code to-label.png} beside it.
     */
    String file() default "";

    /**
     * The part of a conditional generator that chooses the class which it draws: a model file from the generator's latents
     * {@code [batch, latentSize]} to one score for each class of the model under test {@code [batch, classes]}, the largest of
     * which is drawn. A path or a {@code classpath:} resource. Its labels are taken for the truth.
     */
    String conditionalGenerator() default "";
}
