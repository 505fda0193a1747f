/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Compares the model under test with another one: is it more often wrong where it is confident? Every class of both models
 * is searched, and each model is scored on its own confident inputs.
 *
 * <p>The method takes a parameter of type {@link org.bayestrex.engine.rate.Comparison}. Somebody must know the true labels
 * of generated inputs: see {@link LabelledBy}. Scenes that are asked about, and sentences of a grammar with classes, say them themselves.
 *
 * <pre>{@code
 * @OverconfidenceAgainst(baseline = "models/mnist-cnn-1.0.pt")
 * void noMoreOverconfidentThanTheLastRelease(Comparison comparison) {
 *     assertThat(comparison).isNotMoreOverconfidentThanBaselineBy(.02);
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(ComparisonExtension.class)
public @interface OverconfidenceAgainst {

    /**
     * The model to be held against, of the same classes and the same kind of output: a file, {@code classpath:} and a
     * resource, with {@code ${configuration.parameter}} in it. Empty where {@link BayesTrex.Builder#baseline} gives it.
     */
    String baseline() default "";

    /** The confidence looked for, above 0 and at most 1. */
    double confidence() default 1.0;
}
