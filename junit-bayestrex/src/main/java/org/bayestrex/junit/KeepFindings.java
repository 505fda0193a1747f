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
 * Keeps what a search test finds in a folder of the repository, one small file and a picture for each cluster of alike
 * findings; asks the model about what is kept already first in every run. On a method, a class, or an annotation of one's
 * own; the nearest counts. Without it nothing is kept, unless the configuration parameter {@code bayestrex.corpus.dir} is
 * set: that keeps the findings of all search tests.
 *
 * <pre>{@code
 * @KeepFindings
 * @HighConfidenceFailures(excludeClass = 2)
 * void seldomSeesATwoWhereThereIsNone(Findings findings) {
 *     assertThat(findings).hasNoKnownFailure().hasFailureRateBelow(1e-3);
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface KeepFindings {

    /** The folder, relative to the module; {@code bayestrex.corpus.dir} overrides it. */
    String value() default "src/test/bayestrex/corpus";

    /** How many findings of a test there may be; the largest clusters come first. */
    int most() default 20;
}
