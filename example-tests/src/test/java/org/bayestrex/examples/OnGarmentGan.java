/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bayestrex.junit.DataDistribution;
import org.bayestrex.junit.ModelUnderTest;

/** The classifier of Fashion-MNIST on the adversarial generator's garments. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ModelUnderTest(
        value = "models/fashion-cnn.pt",
        labels = {
            "T-shirt/top",
            "Trouser",
            "Pullover",
            "Dress",
            "Coat",
            "Sandal",
            "Shirt",
            "Sneaker",
            "Bag",
            "Ankle boot"
        })
@DataDistribution(value = "models/fashion-gan.pt", latentSize = 5, without = "models/fashion-gan-without-{class}.pt")
@interface OnGarmentGan {}
