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
 * Searches for inputs on the way from one class to another: once for each step, on which the model is to be
 * confident by 1 - s in the one class and by s in the other, s from 0 to 1 (Booth et al. 2021, section 3).
 *
 * <p>The method takes a parameter of type {@link org.bayestrex.engine.search.Findings}; the searches run
 * side by side. The report puts the steps together into a film strip.
 *
 * <pre>{@code
 * @Interpolated(from = 8, to = 9)
 * void eightsTurnIntoNines(Findings findings) {
 *     assertThat(findings).hasConverged().isNotEmpty();
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(SearchExtension.class)
public @interface Interpolated {

    /** The class at the first step, from 0. */
    int from();

    /** The class at the last step, another one. */
    int to();

    /** How many steps, both ends included; 2 or more. */
    int steps() default 11;
}
