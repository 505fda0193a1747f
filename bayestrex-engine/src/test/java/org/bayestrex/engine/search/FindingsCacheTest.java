/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bayestrex.engine.label.Confusion;
import org.bayestrex.engine.label.Judge;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.Gate;
import org.bayestrex.engine.rate.Gates;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When findings are taken from the cache, when not, and what is said. */
class FindingsCacheTest {

    private static final Sampling SAMPLING = Searches.small(Method.ELLIPTICAL_SLICE);

    @TempDir
    Path directory;

    private final KnownModel model = new KnownModel("v1");
    private final List<String> warnings = new ArrayList<>();

    private static SearchSpec spec(Classifier classifier, Target target, Sampling sampling, LabelOracle... oracles) {
        return new SearchSpec(classifier, KnownModel.plane(), target, sampling, List.of(oracles));
    }

    private SearchSpec spec() {
        return spec(model, HighConfidence.of(0), SAMPLING);
    }

    private Findings run(SearchSpec spec, FindingsCache cache) {
        try (SearchService service = new SearchService(listener(), cache)) {
            return service.submit(spec).join();
        }
    }

    private ProgressListener listener() {
        return new ProgressListener() {
            @Override
            public void onProgress(Progress progress) {}

            @Override
            public void onWarning(String message) {
                warnings.add(message);
            }
        };
    }

    private Findings run(SearchSpec spec) {
        return run(spec, FindingsCache.in(directory.resolve("cache")));
    }

    private Path onlyEntry() {
        try (Stream<Path> files = Files.list(directory.resolve("cache"))) {
            return files.reduce((one, other) -> {
                        throw new AssertionError(one + " and " + other);
                    })
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anEqualSearchAsksTheModelNothing() {
        // given
        Instant before = Instant.now();
        Findings computed = run(spec());
        model.calls.set(0);

        // when
        Findings cached = run(spec());

        // then
        assertThat(model.calls).hasValue(0);
        assertThat(cached.fromCache()).hasValueSatisfying(at -> assertThat(at).isBetween(before, Instant.now()));
        assertThat(cached.elapsed()).isEqualTo(computed.elapsed());
        assertThat(cached.toJson()).contains("\"fromCacheComputed\"");
        assertThat(computed.toJson()).doesNotContain("\"fromCacheComputed\"");
        assertThat(warnings).isEmpty();
    }

    @Test
    void moreTimeIsNoOtherSearch() {
        run(spec());

        assertThat(run(spec(model, HighConfidence.of(0), SAMPLING.withDeadline(Duration.ofDays(1))))
                        .fromCache())
                .isPresent();
    }

    @Test
    void whatGatesDecidedIsKeptWithThem() {
        // given
        Gates gates = new Gates(List.of(Gate.levelSetMassAbove(.001)), true);
        SearchSpec gated = new SearchSpec(
                model, KnownModel.plane(), HighConfidence.of(0), SAMPLING, List.<LabelOracle>of(), gates);

        // when
        Findings computed = run(gated);
        Findings cached = run(gated);

        // then
        assertThat(cached.fromCache()).isPresent();
        assertThat(cached.gates()).isEqualTo(computed.gates());
        assertThat(cached.gates().gates()).hasSize(1);
        assertThat(run(spec()).fromCache()).as("the same without a gate").isEmpty();
    }

    @Test
    void aComparisonTakesTheSearchesOfBothModelsFromTheCache() throws IOException {
        // given
        KnownModel other = new KnownModel("v2");
        Judge judge = new Judge(new KnownModel("judge"), Confusion.of(new long[][] {{50, 0}, {0, 50}}));
        Overconfidence comparison = Overconfidence.of(model, other.withTemperature(2), KnownModel.plane())
                .labelledBy(judge)
                .sampling(SAMPLING);

        // when
        Comparison computed = run(comparison);
        int searched = model.calls.getAndSet(0) + other.calls.getAndSet(0);
        Comparison cached = run(comparison);

        // then: each is asked for its number of classes, and about the other's draws of both classes
        assertThat(cached.toJson()).isEqualTo(computed.toJson());
        assertThat(model.calls.get() + other.calls.get()).isLessThanOrEqualTo(6);
        assertThat(searched).isGreaterThan(50);
        try (Stream<Path> files = Files.list(directory.resolve("cache"))) {
            assertThat(files).as("two models, two classes").hasSize(4);
        }
        assertThat(warnings).isEmpty();
    }

    private Comparison run(Overconfidence comparison) {
        try (SearchService service = new SearchService(listener(), FindingsCache.in(directory.resolve("cache")))) {
            return comparison.submit(service).join();
        }
    }

    @Test
    void whatThereIsNoRoomForIsDeletedAndSearchedAgain() throws IOException {
        // given
        run(spec());
        Files.setLastModifiedTime(onlyEntry(), FileTime.from(Instant.EPOCH));
        SearchSpec large = spec(model, HighConfidence.of(1), SAMPLING.withDraws(10_000));

        // when
        run(large, FindingsCache.in(directory.resolve("cache"), 1));

        // then
        assertThat(Files.size(onlyEntry())).as("the larger one is in use").isGreaterThan(1_000_000);
        assertThat(run(large).fromCache()).isPresent();
        assertThat(run(spec()).fromCache()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> FindingsCache.in(directory, 0));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("the seed", spec -> spec(spec.classifier(), spec.target(), SAMPLING.withSeed(8))),
                change("the draws", spec -> spec(spec.classifier(), spec.target(), SAMPLING.withDraws(21))),
                change("the target", spec -> spec(spec.classifier(), HighConfidence.of(1), SAMPLING)),
                change(
                        "the confidence",
                        spec -> spec(spec.classifier(), HighConfidence.of(0).withConfidence(.9), SAMPLING)),
                change("the model", spec -> spec(new KnownModel("v2"), spec.target(), SAMPLING)),
                change("the temperature", spec -> spec(spec.classifier().withTemperature(2), spec.target(), SAMPLING)));
    }

    private static Arguments change(String what, UnaryOperator<SearchSpec> how) {
        return Arguments.of(what, how);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whateverChangesIsSearchedAgain(String what, UnaryOperator<SearchSpec> change) {
        run(spec());

        assertThat(run(change.apply(spec())).fromCache()).isEmpty();
        assertThat(run(spec()).fromCache()).isPresent();
    }

    /** Who adds a component to a specification: put it into the key, unless findings don't depend on it, and then here. */
    @Test
    void theKeySpeaksOfAllThatIsAskedFor() {
        assertThat(Arrays.stream(SearchSpec.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactly("classifier", "distribution", "target", "sampling", "oracles", "gates");
        assertThat(FindingsKey.of(spec(), "engine").parts().keySet())
                .contains(
                        "gates",
                        "sampling seed",
                        "sampling strict",
                        "classifier's fingerprint",
                        "engine",
                        "machine",
                        "Java")
                .doesNotContain("sampling deadline");
        assertThat(FindingsKey.of(spec(), "other")).isNotEqualTo(FindingsKey.of(spec(), "engine"));
        assertThat(EngineVersion.withCode()).matches(".*, code [0-9a-f]{32}");
    }

    @Test
    void whatADeadlineCutShortIsNotKept() {
        Findings cut = run(
                spec(model, HighConfidence.of(0), SAMPLING.withDraws(1_000_000).withDeadline(Duration.ofMillis(300))));

        assertThat(cut.diagnostics().converged()).isFalse();
        assertThat(directory.resolve("cache")).doesNotExist();
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatIsCodeIsNotKeptAndSaidOnce() {
        // given
        FindingsCache cache = FindingsCache.in(directory.resolve("cache"));
        SearchSpec nameless = spec(new KnownModel(""), HighConfidence.of(0), SAMPLING);

        // when
        run(nameless, cache);
        run(nameless, cache);
        run(spec(model, HighConfidence.of(0), SAMPLING, LabelOracle.of("rule", specimen -> OptionalInt.of(1))), cache);
        run(spec(model, new OwnTarget(), SAMPLING), cache);

        // then
        assertThat(warnings)
                .containsExactly(
                        "Findings are not kept in the cache: the classifier known is code, and nothing tells when that changes",
                        "Findings are not kept in the cache: the label oracle rule is code, and nothing tells when that changes",
                        "Findings are not kept in the cache: the target OwnTarget is code, and nothing tells when that changes");
        assertThat(directory.resolve("cache")).doesNotExist();
    }

    /** A target of the user's own. */
    private record OwnTarget() implements Target {

        private static final Target SAME = HighConfidence.of(0);

        @Override
        public String describe() {
            return "own";
        }

        @Override
        public void requireFits(int classes) {
            SAME.requireFits(classes);
        }

        @Override
        public double logLikelihood(double[] probabilities, double sigma, double[] gradient) {
            return SAME.logLikelihood(probabilities, sigma, gradient);
        }

        @Override
        public boolean contains(double[] probabilities, double sigma) {
            return SAME.contains(probabilities, sigma);
        }
    }

    @Test
    void aBrokenEntryIsComputedAgainWithOneWarningAndMended() throws IOException {
        Findings computed = run(spec());
        byte[] whole = Files.readAllBytes(onlyEntry());
        Random random = new Random(5);
        for (int i = 0; i < 20; i++) {
            // given
            byte[] broken = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (i % 2 == 1) {
                broken[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(onlyEntry(), broken);
            warnings.clear();

            // when
            Findings again = run(spec());

            // then
            assertThat(again.fromCache()).isEmpty();
            assertThat(Searches.draws(again)).isEqualTo(Searches.draws(computed));
            assertThat(warnings)
                    .singleElement()
                    .asString()
                    .matches("(?s)The cached findings in .*\\.findings are not used \\(it.*\\)\\. "
                            + "The search for confident in 0 in known on plane is run again");
        }
        warnings.clear();
        assertThat(run(spec()).fromCache()).isPresent();
        assertThat(warnings).isEmpty();
    }

    @Test
    void aDirectoryThatCannotBeIsSaidOnceAndTheSearchRuns() throws IOException {
        // given
        Path file = Files.writeString(directory.resolve("file"), "a file, no directory");
        FindingsCache cache = FindingsCache.in(file.resolve("cache"));

        // when
        Findings findings = run(spec(), cache);
        run(spec(model, HighConfidence.of(1), SAMPLING), cache);

        // then
        assertThat(findings.samples()).isNotEmpty();
        assertThat(warnings)
                .filteredOn(warning -> warning.contains("cannot be written"))
                .singleElement()
                .asString()
                .contains("The cache " + file.resolve("cache") + " cannot be written")
                .contains("the next run will search again");
    }

    @Test
    void aClockThatWasPutBackChangesNothing() {
        // given
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        run(spec(), FindingsCache.in(directory, () -> tomorrow));

        // when
        Findings cached = run(spec(), FindingsCache.in(directory, () -> Instant.EPOCH));

        // then
        assertThat(cached.fromCache()).contains(tomorrow);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aModelThatChangesWhileItIsSearchedFailsTheSearchAndNothingIsKept() {
        // given
        SearchSpec spec = spec();

        // when
        model.changed = true;

        // then
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> run(spec))
                .withCauseInstanceOf(ModelException.class)
                .withMessageContaining("known has changed since it was loaded");
        assertThat(directory.resolve("cache")).doesNotExist();
    }

    @Test
    void aModelThatChangedIsNotAnsweredForFromTheCacheEither() {
        run(spec());
        model.changed = true;

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> run(spec()))
                .withMessageContaining("known has changed since it was loaded");
    }

    @Test
    void aSearchWithoutAServiceCanHaveACacheToo() {
        Search search = Search.of(model, KnownModel.plane())
                .target(HighConfidence.of(0))
                .sampling(SAMPLING)
                .cache(directory);

        assertThat(search.run().fromCache()).isEmpty();
        assertThat(search.run().fromCache()).isPresent();
    }
}
