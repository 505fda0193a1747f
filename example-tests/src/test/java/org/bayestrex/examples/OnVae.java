/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bayestrex.junit.DataDistribution;
import org.bayestrex.junit.ModelUnderTest;

/** The digit classifier on the variational autoencoder's digits: models are named once, and used by every test. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ModelUnderTest("models/mnist-cnn.pt")
@DataDistribution(value = "models/mnist-vae.pt", latentSize = 5, without = "models/mnist-vae-without-{class}.pt")
@interface OnVae {}
