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
 * Names the classifier that the searches of a class or method examine: a TorchScript file, or an ONNX file, whose
 * name ends in {@code .onnx}.
 *
 * <p>Of several, the nearest counts: the method's, the class's (its superclasses' and interfaces'
 * included), the enclosing class's. It may stand on an annotation of one's own.
 *
 * <pre>{@code
 * @ModelUnderTest("models/mnist-cnn.pt")
 * @DataDistribution(value = "models/mnist-vae.pt", latentSize = 5)
 * class DigitModelTest {}
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(SearchExtension.class)
public @interface ModelUnderTest {

    /**
     * The file: a path relative to the working directory, {@code classpath:models/mnist-cnn.pt}, or
     * either with configuration parameters in it, as in {@code ${release.model}}.
     */
    String value();

    /** What the model's outputs are. */
    Output output() default Output.LOGITS;

    /** A name for each class, in the order of the outputs; classes are numbered where none are given. */
    String[] labels() default {};

    /** What logits are divided by, as a calibration gave it; above 0. */
    double temperature() default 1;

    /** Most inputs that the model takes at once; 0 for any number. */
    int batchLimit() default 0;
}
