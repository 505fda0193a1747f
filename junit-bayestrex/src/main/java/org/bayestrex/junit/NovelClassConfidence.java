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
 * Searches for inputs of classes the model never saw that it is nevertheless sure of: every finding is a failure.
 *
 * <p>The method takes a parameter of type {@link org.bayestrex.engine.search.Findings}. Needs a distribution
 * that holds {@link Support#NOVEL} classes only. Without a {@link #targetClass} it runs once for each class;
 * those searches run side by side.
 *
 * <pre>{@code
 * @DataDistribution(value = "models/unseen-digits.pt", latentSize = 5, support = Support.NOVEL)
 * @NovelClassConfidence(targetClass = 6)
 * void seldomTakesUnseenDigitsForASix(Findings findings) {
 *     assertThat(findings).hasFailureRateBelow(1e-2);
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(SearchExtension.class)
public @interface NovelClassConfidence {

    /** The class that the model is to see in what is none of its classes, from 0; -1 for each class in turn. */
    int targetClass() default -1;
}
