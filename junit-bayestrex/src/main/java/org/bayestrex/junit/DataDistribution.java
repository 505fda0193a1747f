/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Names the generator whose inputs are searched: a TorchScript file that maps z ~ N(0, I) to inputs.
 *
 * <p>Of several, the nearest counts: the method's, the class's (its superclasses' and interfaces'
 * included), the enclosing class's. It may stand on an annotation of one's own.
 *
 * <pre>{@code
 * @ModelUnderTest("models/mnist-cnn.pt")
 * @DataDistribution(value = "models/mnist-vae.pt", latentSize = 5, without = "models/mnist-vae-without-{class}.pt")
 * class DigitModelTest {}
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(SearchExtension.class)
public @interface DataDistribution {

    /**
     * The file: a path relative to the working directory, {@code classpath:models/mnist-vae.pt}, or
     * either with configuration parameters in it, as in {@code ${release.generator}}.
     */
    String value();

    /** Number of latents: the length of z. */
    int latentSize();

    /**
     * Pattern of the files that were trained without one class, whose number stands for {@code
     * {class}}; {@link HighConfidenceFailures} searches these. Written like {@link #value}.
     */
    String without() default "";

    /** Which classes it holds. */
    Support support() default Support.SAME;
}
