/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.List;

/**
 * How one of two compared models does where it is confident, and where the other one is.
 *
 * @param name of the model
 * @param accuracy mean over the paired classes of the accuracy among its confident inputs
 * @param accuracyOnOther mean over the paired classes of its accuracy on the inputs on which the other model is confident
 * @param classes class by class, those left out of the means included
 */
public record ModelScore(String name, Rate accuracy, Rate accuracyOnOther, List<OfClass> classes) {

    public ModelScore {
        classes = List.copyOf(classes);
    }

    /**
     * The same of one class.
     *
     * @param cls the class
     * @param draws labelled draws of the model's own level set
     * @param accuracy among inputs that the model confidently takes for the class
     * @param accuracyOnOther among inputs that the other model confidently takes for the class
     * @param confidenceOnOther mean confidence of the model, in whichever class it favours, on these inputs of the other's
     */
    public record OfClass(int cls, int draws, Rate accuracy, Rate accuracyOnOther, Rate confidenceOnOther) {}

    /**
     * What is known of one class.
     *
     * @throws IllegalArgumentException when the class was not compared
     */
    public OfClass ofClass(int cls) {
        return classes.stream()
                .filter(score -> score.cls() == cls)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Class " + cls + " was not compared"));
    }
}
