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
 * Limits that the searches of a class or method are to settle, known before they begin.
 *
 * <p>A limit that could not pass is refused before anything is drawn. A search ends at the first of its planned looks that
 * decides all limits, with intervals that pay for every look (docs/gates.md). The test fails unless every limit is kept; the
 * method needs neither an assertion nor a parameter. The annotation on a method replaces that on its class.
 *
 * <pre>{@code
 * @HighConfidenceFailures
 * @Gate(failureRateBelow = 1e-3)
 * void seldomSeesAClassWhereThereIsNone() {}
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Gate {

    /** How often, at most, an input is predicted wrongly with the target's confidence; in (0, 1). */
    double failureRateBelow() default Double.NaN;

    /** How often, at most, an input lies in the level set; in (0, 1). */
    double levelSetMassBelow() default Double.NaN;

    /** How often, at least, an input lies in the level set; in (0, 1). */
    double levelSetMassAbove() default Double.NaN;

    /** How often, at most, a prediction in the level set is wrong; in (0, 1). */
    double wrongLabelShareBelow() default Double.NaN;

    /**
     * Whether a search ends as soon as its limits are decided. Say {@code false} where the method looks at draws: then they
     * are all there, and limits are settled by them.
     */
    boolean stopEarly() default true;
}
