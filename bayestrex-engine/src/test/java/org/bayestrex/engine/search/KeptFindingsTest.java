/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.label.Confusion;
import org.bayestrex.engine.label.Judge;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.label.PeoplesLabels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Device;
import org.bayestrex.engine.model.TorchScript;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Interpolated;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Findings from the cache are the computed ones, in all that they hold. */
class KeptFindingsTest {

    private static Classifier classifier;
    private static DataDistribution generator;
    private static DataDistribution without;

    @TempDir
    Path directory;

    @BeforeAll
    static void load() {
        classifier = TestModels.tinyClassifier("linear-classifier");
        generator = TestModels.tinyGenerator("linear-generator");
        without = TorchScript.generator(TestModels.tiny("linear-generator"), 2, Set.of(1), Device.cpu());
    }

    @AfterAll
    static void close() {
        classifier.close();
        generator.close();
        without.close();
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("auto", Method.AUTO, HighConfidence.of(0)),
                Arguments.of("a weighted method", Method.MIXTURE, HighConfidence.of(1)),
                Arguments.of("NUTS", Method.NUTS, Ambiguous.between(0, 2)),
                Arguments.of(
                        "interpolated",
                        Method.ELLIPTICAL_SLICE,
                        Interpolated.between(0, 1).at(.3)),
                Arguments.of("rare", Method.RANDOM_WALK, Ambiguous.uniform()));
    }

    private static SearchSpec spec(
            Method method, Target target, DataDistribution distribution, LabelOracle... oracles) {
        return new SearchSpec(classifier, distribution, target, Searches.small(method), List.of(oracles));
    }

    private Findings run(SearchSpec spec) {
        try (SearchService service = new SearchService(ProgressListener.SILENT, FindingsCache.in(directory))) {
            return service.submit(spec).join();
        }
    }

    private void assertTheSameFromTheCache(SearchSpec spec, Findings computed) {
        Findings cached = run(spec);

        assertThat(computed.fromCache()).isEmpty();
        assertThat(cached.fromCache()).isPresent();
        assertThat(cached)
                .usingRecursiveComparison()
                .ignoringFields("computedAt", "observer")
                .withEqualsForType(Double::equals, Double.class) // also of NaN
                .isEqualTo(computed);
        assertThat(withoutCache(cached.toJson())).isEqualTo(withoutCache(computed.toJson()));
        assertThat(Searches.draws(cached)).isEqualTo(Searches.draws(computed));
    }

    private static List<String> withoutCache(String json) {
        return Arrays.stream(json.replaceAll("\"fromCacheComputed\":\\s*\"[^\"]*\",\\s*", "")
                        .split("\n"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void ofEveryKind(String kind, Method method, Target target) {
        SearchSpec spec = spec(method, target, generator);

        assertTheSameFromTheCache(spec, run(spec));
    }

    @Test
    void withLabelsOfPeopleAndOfAJudge() {
        // given
        Findings plain = run(spec(Method.ELLIPTICAL_SLICE, HighConfidence.of(0), generator));
        List<String> ids =
                plain.inLevelSet().stream().map(Sample::id).distinct().toList();
        LabelOracle people = new PeoplesLabels("people.csv", Map.of(ids.get(0), 0, ids.get(1), 2));
        LabelOracle judge = new Judge(classifier, Confusion.of(new long[][] {{90, 5, 5}, {5, 90, 5}, {5, 5, 90}}));
        SearchSpec spec = spec(Method.ELLIPTICAL_SLICE, HighConfidence.of(0), generator, people, judge);

        // when
        Findings computed = run(spec);

        // then
        assertThat(computed.fromCache()).as("labels are part of the key").isEmpty();
        assertThat(computed.labelDisagreements()).isNotEmpty();
        assertTheSameFromTheCache(spec, computed);
    }

    @Test
    void withAnExcludedClassEveryFindingIsAFailure() {
        SearchSpec spec = spec(Method.AUTO, HighConfidence.of(1), without);
        run(spec(Method.AUTO, HighConfidence.of(1), generator));

        Findings computed = run(spec);

        assertThat(computed.wrongLabelShare().isKnown()).isTrue();
        assertTheSameFromTheCache(spec, computed);
    }

    @Test
    void inputsThatAreEqualAreKeptOnce() {
        Findings cached;
        SearchSpec spec = spec(Method.MIXTURE, HighConfidence.of(1), generator);
        run(spec);
        cached = run(spec);

        long inputs = cached.samples().stream().map(Sample::input).distinct().count();
        assertThat(inputs).isLessThan(cached.samples().size());
        assertThat(cached.samples().stream()
                        .map(sample -> System.identityHashCode(sample.input()))
                        .distinct()
                        .count())
                .isLessThanOrEqualTo(inputs);
    }
}
