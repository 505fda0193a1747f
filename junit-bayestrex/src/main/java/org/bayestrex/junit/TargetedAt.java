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
 * Searches for a prediction that no other annotation describes: a {@link
 * org.bayestrex.engine.target.Target} of your own.
 *
 * <p>The method takes a parameter of type {@link org.bayestrex.engine.search.Findings}. On an annotation of
 * your own it gives the target a name of its own.
 *
 * <pre>{@code
 * @TargetedAt(Hesitant.class)
 * void seldomHesitates(Findings findings) {
 *     assertThat(findings).hasLevelSetMassBetween(0, .05);
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(SearchExtension.class)
public @interface TargetedAt {

    /** The target's class: it has a constructor without parameters, of any visibility. */
    Class<? extends org.bayestrex.engine.target.Target> value();
}
