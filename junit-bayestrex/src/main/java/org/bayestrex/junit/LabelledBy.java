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
 * How the true label of a generated input is known: one of its attributes is given. On a method, a class, or an annotation
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

    /** A classifier of another kind, trained on other data, whose errors on labelled data are known. */
    String judge() default "";

    /** A table of people's labels, one row for each finding, as the report writes it. */
    String file() default "";

    /** A generator that was told the class of what it makes. */
    String conditionalGenerator() default "";
}
