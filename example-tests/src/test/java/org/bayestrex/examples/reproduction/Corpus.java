/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

/** The data sets of the paper that are reproduced. */
enum Corpus {
    MNIST("mnist", "MNIST"),
    FASHION("fashion", "Fashion-MNIST");

    private final String prefix;
    private final String title;

    Corpus(String prefix, String title) {
        this.prefix = prefix;
        this.title = title;
    }

    /** The first part of the names of its models, and the folder of its files. */
    String prefix() {
        return prefix;
    }

    /** How people call it. */
    String title() {
        return title;
    }

    /** One of its models: "cnn" is "mnist-cnn". */
    String model(String kind) {
        return prefix + "-" + kind;
    }
}
