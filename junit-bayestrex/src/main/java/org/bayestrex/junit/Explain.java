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
 * Groups the findings into kinds and shows in the report, for a typical one of each, what in it makes the model so sure and the
 * smallest change that it is sure of no more.
 *
 * <p>On a method, a class, or an annotation of one's own; the nearest counts. It changes neither the search nor the outcome of
 * the test. Each test costs some hundred passes more.
 *
 * <pre>{@code
 * @Explain(Explanation.SMOOTH_GRAD)
 * @HighConfidenceFailures(excludeClass = 2)
 * void seldomSeesATwo(Findings findings) {}
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Explain {

    /** How. */
    Explanation value() default Explanation.SMOOTH_GRAD;
}
