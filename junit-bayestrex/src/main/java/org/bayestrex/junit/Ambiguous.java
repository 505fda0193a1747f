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
 * Searches for inputs on which the model is equally confident in each of some classes, and less in
 * every other.
 *
 * <p>The method takes a parameter of type {@link org.bayestrex.engine.search.Findings}.
 *
 * <pre>{@code
 * @Ambiguous(classes = {8, 9})
 * void eightsAndNinesCanBeConfused(Findings findings) {
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
public @interface Ambiguous {

    /** Two or more different classes, from 0; none for all that the model has. */
    int[] classes() default {};
}
