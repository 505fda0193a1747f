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
 * Shows beside each finding the training images nearest to it: is it a copy of one, like the data, or off it? The report says
 * for each how many of a thousand held-out images are nearer to the training images than it is.
 *
 * <p>On a method, a class, or an annotation of one's own; the nearest counts. It changes neither the search nor the
 * outcome of the test. Comparing costs some seconds of one thread for the first test, and little for those that follow.
 *
 * <pre>{@code
 * @NearestIn("data/mnist")
 * class DigitModelTest {}
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface NearestIn {

    /**
     * The folder of the images: a path relative to the working directory, with configuration parameters in it if need be, as in
     * <code>${data}/mnist</code>. Images are IDX files of bytes, as MNIST's and Fashion-MNIST's are, of the shape that the
     * data distribution makes.
     */
    String value();

    /** The file of training images in the folder; one with {@code .gz} after its name does as well. */
    String training() default "train-images-idx3-ubyte";

    /** The file of images of the same kind that no model was trained on: they say how near is usual. */
    String heldOut() default "t10k-images-idx3-ubyte";
}
