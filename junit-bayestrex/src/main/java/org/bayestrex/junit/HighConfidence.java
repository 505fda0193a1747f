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
 * Searches for inputs that the model predicts as one class with a given confidence.
 *
 * <p>The method takes a parameter of type {@link org.bayestrex.engine.search.Findings}. Without a
 * {@link #targetClass} it runs once for each class; those searches run side by side.
 *
 * <pre>{@code
 * @HighConfidence(targetClass = 4)
 * void foursAreCommon(Findings findings) {
 *     assertThat(findings).hasConverged().hasLevelSetMassBetween(.05, .2);
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(SearchExtension.class)
public @interface HighConfidence {

    /** The predicted class, from 0; -1 for each class in turn. */
    int targetClass() default -1;

    /** The confidence looked for, in (0, 1]. */
    double confidence() default 1;
}
