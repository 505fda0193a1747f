/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.bayestrex.engine.explain.Saliency;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.Gates;
import org.bayestrex.engine.search.Findings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives searches the models that only code can make, instead of {@link ModelUnderTest} and {@link
 * DataDistribution}.
 *
 * <p>Register it in a static field. A model handed over as an object stays its owner's to close; one
 * that a function makes is made when first needed and closed after the last test. An annotation on a
 * method wins over the builder; one on the class beside the builder is refused.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final BayesTrex BAYES_TREX = BayesTrex.builder()
 *         .modelUnderTest(Classifier.of("sum", List.of("negative", "positive"), SumTest::logits))
 *         .dataDistribution(DataDistribution.of("plane", 2, latents -> latents))
 *         .build();
 *
 * @HighConfidence(targetClass = 1)
 * void positivesAreCommon(Findings findings) {
 *     assertThat(findings).isNotEmpty();
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class BayesTrex implements BeforeAllCallback, ParameterResolver {

    private final @Nullable Source<Classifier> classifier;
    private final @Nullable Source<org.bayestrex.engine.model.DataDistribution> distribution;
    private final @Nullable IntFunction<? extends org.bayestrex.engine.model.DataDistribution> without;
    private final @Nullable Source<Classifier> baseline;
    private final List<LabelOracle> oracles;
    private final @Nullable TrainingImages nearestIn;
    private final @Nullable Saliency explain;
    private final Support support;
    private final Gates gates;
    private final org.bayestrex.engine.search.Sampling sampling;

    private BayesTrex(Builder builder) {
        classifier = builder.classifier;
        distribution = builder.distribution;
        without = builder.without;
        baseline = builder.baseline;
        oracles = builder.oracles;
        nearestIn = builder.nearestIn;
        explain = builder.explain;
        support = builder.support;
        gates = builder.gates;
        sampling = builder.sampling;
    }

    /** Begins to describe the models. */
    public static Builder builder() {
        return new Builder();
    }

    /** The extension registered nearest to a test. */
    static @Nullable BayesTrex of(ExtensionContext context) {
        return context.getStore(Session.NAMESPACE).get(BayesTrex.class, BayesTrex.class);
    }

    @Nullable
    Source<Classifier> classifier() {
        return classifier;
    }

    @Nullable
    Source<org.bayestrex.engine.model.DataDistribution> distribution() {
        return distribution;
    }

    @Nullable
    IntFunction<? extends org.bayestrex.engine.model.DataDistribution> without() {
        return without;
    }

    @Nullable
    Source<Classifier> baseline() {
        return baseline;
    }

    List<LabelOracle> oracles() {
        return oracles;
    }

    @Nullable
    TrainingImages nearestIn() {
        return nearestIn;
    }

    @Nullable
    Saliency explain() {
        return explain;
    }

    Gates gates() {
        return gates;
    }

    Support support() {
        return support;
    }

    org.bayestrex.engine.search.Sampling sampling() {
        return sampling;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(Session.NAMESPACE).put(BayesTrex.class, this);
    }

    /** Only to explain that a method without a search has no findings. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Comparison.class) {
            return this == of(context)
                    && !SearchExtension.isRegisteredFor(context)
                    && ComparisonExtension.compares(context).isEmpty();
        }
        return type == Findings.class && this == of(context) && !SearchExtension.isRegisteredFor(context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == Comparison.class) {
            throw ComparisonExtension.noComparison(context);
        }
        throw Misuse.findingsWithoutSearch(Declared.testName(context));
    }

    /**
     * Where a model comes from.
     *
     * @param key models with equal keys are one
     * @param model makes it
     * @param owned whether the extension closes it
     */
    record Source<M>(Object key, Supplier<? extends M> model, boolean owned) {

        static <M> Source<M> given(M model) {
            return new Source<>(model, () -> model, false);
        }

        static <M> Source<M> madeBy(Supplier<? extends M> model) {
            return new Source<>(model, model, true);
        }
    }

    /** Describes the models, and how they are searched where neither annotation nor configuration parameter says so. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public static final class Builder {

        private @Nullable Source<Classifier> classifier;
        private @Nullable Source<org.bayestrex.engine.model.DataDistribution> distribution;
        private @Nullable IntFunction<? extends org.bayestrex.engine.model.DataDistribution> without;
        private @Nullable Source<Classifier> baseline;
        private List<LabelOracle> oracles = List.of();
        private @Nullable TrainingImages nearestIn;
        private @Nullable Saliency explain;
        private Support support = Support.SAME;
        private Gates gates = Gates.NONE;
        private org.bayestrex.engine.search.Sampling sampling = org.bayestrex.engine.search.Sampling.DEFAULT;

        private Builder() {}

        /** The classifier under test; it stays the caller's to close. */
        public Builder modelUnderTest(Classifier model) {
            classifier = Source.given(model);
            return this;
        }

        /** Makes the classifier under test when it is first needed. */
        public Builder modelUnderTest(Supplier<? extends Classifier> model) {
            classifier = Source.madeBy(model);
            return this;
        }

        /** The distribution that is searched; it stays the caller's to close. */
        public Builder dataDistribution(org.bayestrex.engine.model.DataDistribution model) {
            distribution = Source.given(model);
            return this;
        }

        /** Makes the distribution that is searched when it is first needed. */
        public Builder dataDistribution(Supplier<? extends org.bayestrex.engine.model.DataDistribution> model) {
            distribution = Source.madeBy(model);
            return this;
        }

        /**
         * Makes, for a class, the distribution that lacks it; {@link HighConfidenceFailures} searches
         * these.
         *
         * <p>Let it say so in {@link org.bayestrex.engine.model.DataDistribution#excludedClasses}, as
         * {@code TorchScript.generator(file, latents, Set.of(cls), device)} does. One that does not is
         * wrapped in one that does, and is then searched without its gradient.
         */
        public Builder without(IntFunction<? extends org.bayestrex.engine.model.DataDistribution> model) {
            without = model;
            return this;
        }

        /** The model that {@link OverconfidenceAgainst} holds the one under test against; it stays the caller's to close. */
        public Builder baseline(Classifier model) {
            baseline = Source.given(model);
            return this;
        }

        /** Makes the model to be held against when it is first needed. */
        public Builder baseline(Supplier<? extends Classifier> model) {
            baseline = Source.madeBy(model);
            return this;
        }

        /**
         * Who knows the true labels of generated inputs, instead of {@link LabelledBy}; the first one makes the rates, the
         * others are held against it.
         */
        public Builder labelledBy(LabelOracle... values) {
            oracles = List.of(values);
            return this;
        }

        /**
         * Shows beside each finding the training images nearest to it, instead of {@link NearestIn}.
         *
         * @param training what the models were trained on, images of the shape that the distribution makes
         * @param heldOut images of the same kind that they were not trained on, 100 or more: they say how near is usual
         */
        public Builder nearestIn(DataSet training, DataSet heldOut) {
            nearestIn = new TrainingImages(training, heldOut);
            return this;
        }

        /**
         * Groups the findings into kinds and explains a typical one of each, instead of {@link Explain}.
         *
         * @param saliency how, such as {@code new SmoothGrad()}
         */
        public Builder explain(Saliency saliency) {
            explain = saliency;
            return this;
        }

        /**
         * Which classes the distribution holds. Let one of {@link Support#NOVEL} classes name all of the model's in
         * {@link org.bayestrex.engine.model.DataDistribution#excludedClasses}; one that does not is wrapped in one
         * that does, and is then searched without its gradient.
         */
        public Builder support(Support value) {
            support = value;
            return this;
        }

        /** Limits of searches that no {@link Gate} annotation has any for. */
        public Builder gates(Gates value) {
            gates = value;
            return this;
        }

        /** How searches are run where neither an attribute nor a configuration parameter says so. */
        public Builder sampling(org.bayestrex.engine.search.Sampling value) {
            sampling = value;
            return this;
        }

        /** The extension, for a static {@code @RegisterExtension} field. */
        public BayesTrex build() {
            return new BayesTrex(this);
        }
    }
}
