/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.bayestrex.engine.text.TextEncoding;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Searches sentences instead of a generator's inputs: those that a grammar makes of templates and what fills their slots, as
 * numbers of tokens, [batch, limit of the encoding].
 *
 * <p>Stands where {@link DataDistribution} would; of the two the nearest to the test counts. The grammar says which class a sentence
 * belongs to, so true labels need no oracle. {@link HighConfidenceFailures} searches the sentences of all other classes.
 *
 * <pre>{@code
 * @TextDistribution(grammar = "grammars/negation.json", encoding = WordPieces.class)
 * @HighConfidenceFailures(excludeClass = 0)
 * void seldomTakesPraiseForBlame(Findings findings) {
 *     assertThat(findings).hasFailureRateBelow(.01);
 * }
 * }</pre>
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(SearchExtension.class)
public @interface TextDistribution {

    /**
     * The grammar's file, as {@link org.bayestrex.engine.text.GrammarJson} reads it: a path, or a resource, {@code classpath:...};
     * with configuration parameters, {@code ${...}}.
     */
    String grammar();

    /** How the model reads a sentence: a class with a constructor without parameters, of any visibility. Made once for a test run. */
    Class<? extends TextEncoding> encoding();
}
