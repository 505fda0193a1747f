/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.explain.DifferentiableMasking;
import org.bayestrex.engine.explain.IntegratedGradients;
import org.bayestrex.engine.explain.Occlusion;
import org.bayestrex.engine.explain.Saliency;
import org.bayestrex.engine.explain.SmoothGrad;
import org.bayestrex.engine.explain.VanillaGradient;
import org.bayestrex.engine.explain.mask.MaskableModel;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.InputGradient;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.kinds.KindsSheet;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How one test's findings are explained: {@link Explain} on the method, then the builder, then the class's.
 *
 * @param saliency the method
 * @param attribute the annotation, or the builder's method, for messages
 * @param where it stands
 */
record DeclaredExplanation(Saliency saliency, String attribute, String where) {

    /**
     * Empty where none is asked for. What does not fit the model or the inputs is refused now, so that it costs no search.
     *
     * @param cases what is searched
     */
    static Optional<DeclaredExplanation> of(ExtensionContext context, DeclaredSubject subject, List<SearchCase> cases) {
        Optional<Declared<Explain>> declared =
                Declared.nearestFirst(context, Explain.class).stream().findFirst();
        BayesTrex builder = BayesTrex.of(context);
        Saliency given = builder == null ? null : builder.explain();
        if (given != null && declared.isPresent() && !declared.get().isOnMethod()) {
            throw Misuse.givenTwice(declared.get().where(), "Explain", "explain");
        }
        Optional<DeclaredExplanation> explanation = declared.map(explain -> new DeclaredExplanation(
                        saliency(explain.annotation().value()),
                        "@Explain(" + explain.annotation().value() + ")",
                        explain.where()))
                .or(() -> Optional.ofNullable(given)
                        .map(saliency -> new DeclaredExplanation(
                                saliency, "BayesTrex.builder().explain(...)", Declared.testName(context))));
        explanation.ifPresent(explain -> subject.sentences(cases)
                .ifPresentOrElse(
                        sentences -> explain.requireWords(sentences, subject.classifier()),
                        () -> explain.requireGradient(subject.classifier())));
        return explanation;
    }

    private static Saliency saliency(Explanation explanation) {
        return switch (explanation) {
            case GRADIENT -> new VanillaGradient();
            case SMOOTH_GRAD -> new SmoothGrad();
            case INTEGRATED_GRADIENTS -> new IntegratedGradients();
            case OCCLUSION -> new Occlusion();
            case DIFF_MASK -> new DifferentiableMasking();
        };
    }

    /** Words are names: there is nothing between two of them. What they are embedded as can be masked, where a model shows it. */
    private void requireWords(String sentences, Classifier classifier) {
        if (saliency instanceof DifferentiableMasking) {
            if (classifier.as(MaskableModel.class).isEmpty()) {
                throw TextMisuse.noStatesToMask(attribute, where, saliency.method(), classifier.name());
            }
        } else if (!(saliency instanceof Occlusion)) {
            throw TextMisuse.noPixelsToExplain(attribute, where, saliency.method(), sentences);
        }
    }

    private void requireGradient(Classifier classifier) {
        if (saliency.needsGradient() && InputGradient.of(classifier).isEmpty()) {
            throw Misuse.noGradientToExplain(attribute, where, saliency.method(), classifier.name());
        }
    }

    /** The same findings with their explanation. */
    Findings explained(Findings findings) {
        try {
            return findings.with(KindsSheet.class, KindsSheet.of(findings, saliency));
        } catch (ModelException unusable) {
            throw Misuse.unusable(attribute, where, unusable);
        }
    }
}
