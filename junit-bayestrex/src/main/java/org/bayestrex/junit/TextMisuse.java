/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.concurrent.CompletionException;
import org.bayestrex.engine.text.TextEncoding;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What is said when sentences are declared wrongly: where, which attribute, which value, and what to do. */
final class TextMisuse {

    private TextMisuse() {}

    static ExtensionConfigurationException unusable(String attribute, String where, RuntimeException cause) {
        return new ExtensionConfigurationException(
                "%s on %s: %s".formatted(attribute, where, cause.getMessage()), cause);
    }

    static ExtensionConfigurationException encodingCannotBeMade(String where, Class<? extends TextEncoding> type) {
        return because(
                ("@TextDistribution(encoding = %s.class) on %s: no object of it can be made. Give a class that is not abstract "
                                + "and has a constructor without parameters.")
                        .formatted(type.getSimpleName(), where));
    }

    static ExtensionConfigurationException encodingFails(
            String where, Class<? extends TextEncoding> type, RuntimeException cause) {
        return new ExtensionConfigurationException(
                "@TextDistribution(encoding = %s.class) on %s: its constructor threw %s. Correct it."
                        .formatted(type.getSimpleName(), where, cause),
                cause);
    }

    static ExtensionConfigurationException classes(
            String attribute, String where, List<String> own, String model, List<String> labels, int classes) {
        String models = labels.isEmpty() ? classes + " classes" : "the classes " + labels;
        return because(
                ("%s on %s: the grammar's classes are %s, but the model %s has %s. Name the model's classes in the "
                                + "grammar, all of them and in its order.")
                        .formatted(attribute, where, own, model, models));
    }

    static ExtensionConfigurationException noClasses(String test, String attribute, String where) {
        return because(
                ("@HighConfidenceFailures on %s: the sentences of %s on %s belong to no class, so nobody knows which of the "
                                + "model's answers are wrong. Give the grammar \"classes\", and its templates a \"label\".")
                        .formatted(test, attribute, where));
    }

    static ExtensionConfigurationException novel(String test, String where) {
        return because(
                ("@NovelClassConfidence on %s: the sentences of @TextDistribution on %s are of the model's own classes, but it is "
                                + "about those that the model never saw. Use @HighConfidence.")
                        .formatted(test, where));
    }

    static ExtensionConfigurationException oracle(String test, String where) {
        return because(
                ("Labels for %s: the true label comes from the grammar of @TextDistribution on %s, and no oracle is needed. Take "
                                + "@LabelledBy, or BayesTrex.builder().labelledBy(...), away; or leave \"classes\" out of the grammar.")
                        .formatted(test, where));
    }

    static ExtensionConfigurationException noPixelsToExplain(
            String attribute, String where, String method, String sentences) {
        return because(
                ("%s on %s: %s is for pictures, but the inputs of %s are sentences, whose words have no values that could be "
                                + "changed a little. Use @Explain(OCCLUSION), or BayesTrex.builder().explain(new Occlusion()), which takes "
                                + "each word away in turn.")
                        .formatted(attribute, where, method, sentences));
    }

    static ExtensionConfigurationException noStatesToMask(String attribute, String where, String method, String model) {
        return because(
                ("%s on %s: %s of sentences replaces what their words are embedded as, but the model %s does not show its "
                                + "hidden states (with a temperature, no model does). Use @Explain(OCCLUSION), or BayesTrex.builder().explain(new Occlusion()), which takes "
                                + "each word away in turn; or let the Classifier implement MaskableModel, or offer one by "
                                + "Classifier.as(MaskableModel.class).")
                        .formatted(attribute, where, method, model));
    }

    static ExtensionConfigurationException modelsDoNotFit(
            String test, Class<? extends TextEncoding> encoding, CompletionException failure) {
        Throwable reason = failure.getCause() == null ? failure : failure.getCause();
        return new ExtensionConfigurationException(
                ("The model under test and @TextDistribution(encoding = %s.class) on %s do not fit together: %s. Give the encoding "
                                + "that the model was trained with; its inputs are numbers of tokens as floats, [batch, limit()].")
                        .formatted(encoding.getSimpleName(), test, reason.getMessage()),
                reason);
    }

    private static ExtensionConfigurationException because(String message) {
        return new ExtensionConfigurationException(message);
    }
}
