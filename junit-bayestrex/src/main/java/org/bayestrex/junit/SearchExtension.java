/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.Gates;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.SearchService;
import org.bayestrex.engine.search.SearchSpec;
import org.bayestrex.engine.search.UndecidableGateException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Turns a search annotation into searches, and each search into an invocation of the method. */
final class SearchExtension implements TestTemplateInvocationContextProvider, ParameterResolver {

    /** Whether JUnit registers this extension for a test because of its annotations. */
    static boolean isRegisteredFor(ExtensionContext context) {
        return context.getTestMethod().map(SearchAnnotations::isSearch).orElse(false)
                || !Declared.nearestFirst(context, ModelUnderTest.class).isEmpty()
                || !Declared.nearestFirst(context, DataDistribution.class).isEmpty()
                || !Declared.nearestFirst(context, SceneDistribution.class).isEmpty()
                || !Declared.nearestFirst(context, TextDistribution.class).isEmpty();
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return SearchAnnotations.isSearch(context.getRequiredTestMethod());
    }

    /** All searches are under way before the first invocation waits for its own, so that they share batches. */
    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        String test = Declared.testName(context);
        SearchRequest request = SearchAnnotations.read(method, test);
        Gates gates = DeclaredGates.of(context);
        if (gates.isEmpty()) {
            requireFindings(method, test, request);
        }

        Settings settings = new Settings(context);
        settings.requireJudgement();
        Session session = Session.of(context);
        DeclaredSubject subject = new DeclaredSubject(context, session, settings);
        org.bayestrex.engine.search.Sampling sampling = sampling(context, settings);
        List<SearchCase> cases = request.cases(subject, Only.of(settings));
        List<LabelOracle> oracles = new DeclaredLabels(context, subject).oracles();
        Optional<DeclaredNeighbours> neighbours = DeclaredNeighbours.of(context, session, settings);
        Optional<DeclaredExplanation> explanation = DeclaredExplanation.of(context, subject, cases);
        Optional<StripSoFar> strip = request.strip(subject, OutputFolders.ofMethod(settings, test));

        Storage storage = new Storage(context, settings, session, subject);
        SearchService service = session.service(settings);
        Checkpoints checkpoints = Checkpoints.of(context, settings);
        MatrixSoFar matrix = new MatrixSoFar(cases.size());
        List<SearchInvocation> invocations = cases.stream()
                .map(search -> {
                    var spec = new SearchSpec(
                            subject.classifier(), search.distribution(), search.target(), sampling, oracles, gates);
                    String replay = Replay.ofTest(test, spec.sampling().seed(), search.inTurn());
                    StoredTest stored = storage.begin(spec, test, replay);
                    return new SearchInvocation(
                            search.displayName(),
                            test,
                            submitted(checkpoints, service, spec, test),
                            replay,
                            strip,
                            neighbours,
                            explanation,
                            stored,
                            matrix,
                            Storage.onTheThreadOf(service));
                })
                .toList();
        return invocations.stream().map(TestTemplateInvocationContext.class::cast);
    }

    private static Future<Findings> submitted(
            Checkpoints checkpoints, SearchService service, SearchSpec spec, String test) {
        try {
            return checkpoints.submit(service, spec);
        } catch (UndecidableGateException undecidable) {
            throw GateMisuse.undecidable(test, undecidable);
        }
    }

    /** Only to explain that a method without a search, or one that is also a plain test, has no findings. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == Comparison.class) {
            return ComparisonExtension.compares(context).isEmpty();
        }
        return parameter.getParameter().getType() == Findings.class
                && context.getTestMethod()
                        .map(method -> !SearchAnnotations.isSearch(method)
                                || SearchAnnotations.otherTest(method).isPresent())
                        .orElse(false);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String test = Declared.testName(context);
        Method method = context.getRequiredTestMethod();
        if (parameter.getParameter().getType() == Comparison.class) {
            throw ComparisonExtension.noComparison(context);
        }
        if (SearchAnnotations.isSearch(method)) {
            SearchAnnotations.read(method, test); // throws: there is another test annotation
        }
        throw Misuse.findingsWithoutSearch(test);
    }

    /** How the searches of a test are run. */
    static org.bayestrex.engine.search.Sampling sampling(ExtensionContext context, Settings settings) {
        BayesTrex builder = BayesTrex.of(context);
        return SamplingSettings.settle(
                builder == null ? org.bayestrex.engine.search.Sampling.DEFAULT : builder.sampling(),
                Declared.nearestFirst(context, Sampling.class),
                settings);
    }

    private static void requireFindings(Method method, String test, SearchRequest request) {
        if (Arrays.stream(method.getParameterTypes()).noneMatch(Findings.class::equals)) {
            throw Misuse.findingsUnused(test, request.annotation());
        }
    }
}
