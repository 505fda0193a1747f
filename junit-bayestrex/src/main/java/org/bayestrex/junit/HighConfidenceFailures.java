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
 * Searches for inputs that the model confidently predicts as a class the data distribution does not
 * contain: every finding is a failure.
 *
 * <p>The method takes a parameter of type {@link org.bayestrex.engine.search.Findings}. Needs {@link
 * DataDistribution#without}, unless the distribution holds {@link Support#NOVEL} classes only. Without
 * an {@link #excludeClass} it runs once for each class; those searches run side by side.
 *
 * <pre>{@code
 * @HighConfidenceFailures(excludeClass = 2)
 * void seldomSeesATwoWhereThereIsNone(Findings findings) {
 *     assertThat(findings).hasConverged().hasFailureRateBelow(1e-3);
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(SearchExtension.class)
public @interface HighConfidenceFailures {

    /**
     * The class that the distribution lacks and the model is to see nevertheless,
     * from 0; -1 for each class in turn.
     */
    int excludeClass() default -1;
}
