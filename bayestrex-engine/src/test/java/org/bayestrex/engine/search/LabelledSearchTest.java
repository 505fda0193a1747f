/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.label.ByConstruction;
import org.bayestrex.engine.label.Confusion;
import org.bayestrex.engine.label.Judge;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.label.PeoplesLabels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Three latents, each with a part of its own: the model is confident in class 0 where z0 is above .549; the truth is class 1
 * where z0 is above 1.3; a judge calls the class wrongly where z2 is below some limit.
 */
class LabelledSearchTest {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final Classifier MODEL = TestModels.linear(4);
    private static final HighConfidence TARGET = HighConfidence.of(0);

    /** In the level set p_0 is at least .9: 4 z0 is at least ln 9. */
    private static final double MASS = NORMAL.survivalProbability(Math.log(9) / 4);

    private static final double BORDER = 1.3;
    private static final double WRONG = NORMAL.survivalProbability(BORDER) / MASS;
    private static final double CHANCE_OF_ERROR = .2;
    private static final double LIMIT = NORMAL.inverseCumulativeProbability(CHANCE_OF_ERROR);

    /** Counted on so many images that the judge's errors are as good as known. */
    private static final Confusion EXACT = Confusion.of(new long[][] {{8_000_000, 2_000_000}, {2_000_000, 8_000_000}});

    @TempDir
    private Path directory;

    /** Latents that say by themselves what they show, if they are asked to, and which class they claim to lack. */
    private record Points(boolean speaks, Set<Integer> excludedClasses) implements DataDistribution {

        @Override
        public String name() {
            return "points";
        }

        @Override
        public int latentSize() {
            return 3;
        }

        @Override
        public Tensor generate(Tensor latents) {
            return latents;
        }

        @Override
        public OptionalInt labelOf(double[] latent) {
            return speaks ? OptionalInt.of(truth(latent[0])) : OptionalInt.empty();
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private static final Points POINTS = new Points(false, Set.of());

    private static int truth(double z0) {
        return (float) z0 > BORDER ? 1 : 0;
    }

    private static Judge judge(String name, double limit, Confusion confusion) {
        return new Judge(
                TestModels.rows(name, z -> {
                    int said = z[2] < limit ? 1 - truth(z[0]) : truth(z[0]);
                    return new float[] {1 - said, said};
                }),
                confusion);
    }

    private static Findings find(Method method, DataDistribution points, LabelOracle... oracles) {
        return Search.of(MODEL, points)
                .target(TARGET)
                .sampling(Sampling.of(method).withSeed(11).withPilot(1000))
                .labelledBy(oracles)
                .run();
    }

    private static void assertHolds(Rate rate, double truth, double precision) {
        assertThat(rate.estimate()).as("%s", rate).isCloseTo(truth, within(precision));
        assertThat(rate.lower()).as("%s", rate).isLessThan(truth);
        assertThat(rate.upper()).as("%s", rate).isGreaterThan(truth);
        assertThat(rate.level()).as("%s", rate).isCloseTo(.95, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "DIRECT", "ELLIPTICAL_SLICE"})
    void aJudgesErrorsAreCorrectedAndTheShareIsThatOfTheDataDistribution(Method method) {
        // when
        Findings findings = find(method, POINTS, judge("judge", LIMIT, EXACT));

        // then: the judge itself sees (1 - .2) of the wrong ones and .2 of the others
        assertThat(WRONG + (1 - 2 * WRONG) * CHANCE_OF_ERROR).isGreaterThan(WRONG + .06);
        assertHolds(findings.wrongLabelShare(), WRONG, .04);
        assertHolds(findings.failureRate(), NORMAL.survivalProbability(BORDER), .03);
        assertThat(findings.wrongLabelShare().method())
                .contains("draws in the level set that judge labels")
                .contains("Rogan and Gladen");
    }

    @Test
    void aSearchThatEndsBeforeItsFirstDrawKnowsNoConfidenceInAnExcludedClass() {
        // given
        int claimed = TARGET.claimedClass().orElseThrow();
        // when
        Findings findings = Search.of(MODEL, new Points(false, Set.of(claimed)))
                .target(TARGET)
                .deadline(Duration.ofNanos(1))
                .run();
        // then
        assertThat(findings.samples()).isEmpty();
        assertThat(findings.wrongLabelShare().estimate()).isEqualTo(1);
        assertThat(findings.wrongLabelConfidence().isUnknown()).isTrue();
    }

    @Test
    void confidenceInWrongLabelsIsThatOfTheWrongOnesAlone() {
        // given
        Confusion flawless = Confusion.of(new long[][] {{1000, 0}, {0, 1000}});
        double sum = 0;
        double weights = 0;
        for (double z = BORDER; z < 9; z += 1e-4) {
            sum += NORMAL.density(z) / (1 + Math.exp(-4 * z));
            weights += NORMAL.density(z);
        }

        // when
        Findings findings = find(Method.AUTO, POINTS, judge("judge", Double.NEGATIVE_INFINITY, flawless));

        // then
        assertHolds(findings.wrongLabelConfidence(), sum / weights, .002);
    }

    @Test
    void aConditionalGeneratorIsAskedWhereNobodyElseIs() {
        // given
        Points speaking = new Points(true, Set.of());

        // when
        Findings findings = find(Method.AUTO, speaking);

        // then
        assertHolds(findings.wrongLabelShare(), WRONG, .04);
        assertThat(findings.wrongLabelShare().method()).doesNotContain("Rogan");
        assertThat(findings.samples())
                .allSatisfy(sample -> assertThat(sample.labels())
                        .isEqualTo(Map.of("points", OptionalInt.of(truth(sample.latent()[0])))));
    }

    @Test
    void peopleWhoLabelledSomeFindingsAreFoundAgainInTheNextRun() throws IOException {
        // given: a first run, from which the first 200 findings are labelled, every tenth with doubt
        Findings first = find(Method.AUTO, POINTS);
        Map<String, Integer> truths = new LinkedHashMap<>();
        first.inLevelSet().forEach(sample -> truths.put(sample.id(), truth(sample.latent()[0])));
        StringBuilder csv = new StringBuilder("id,label\n");
        List<String> ids = truths.keySet().stream().limit(200).toList();
        for (int i = 0; i < ids.size(); i++) {
            csv.append(ids.get(i))
                    .append(',')
                    .append(i % 10 == 0 ? "unsure" : truths.get(ids.get(i)))
                    .append('\n');
        }
        Path file = Files.writeString(directory.resolve("labels.csv"), csv);

        // when
        Findings second = find(Method.AUTO, POINTS, PeoplesLabels.read(file, List.of()));

        // then
        assertThat(second.samples())
                .extracting(Sample::id)
                .isEqualTo(first.samples().stream().map(Sample::id).toList());
        assertThat(first.wrongLabelShare().isUnknown()).isTrue();
        assertHolds(second.wrongLabelShare(), WRONG, .15);
        assertThat(second.wrongLabelShare().method())
                .startsWith("180 weighted draws in the level set that labels.csv labels");
        assertThat(second.samples())
                .filteredOn(sample -> !truths.containsKey(sample.id()))
                .allSatisfy(sample -> assertThat(sample.labels()).isEqualTo(Map.of("labels.csv", OptionalInt.empty())));
    }

    @Test
    void labelsOfOtherFindingsSayNothing() {
        Findings findings = find(Method.AUTO, POINTS, new PeoplesLabels("old.csv", Map.of("a000000000", 1)));

        assertThat(findings.wrongLabelShare().isUnknown()).isTrue();
        assertThat(findings.wrongLabelShare().method()).isEqualTo("old.csv has no label for any of the findings");
        assertThat(findings.wrongLabelConfidence().isUnknown()).isTrue();
        assertThat(findings.failureRate().lower()).isZero();
    }

    @Test
    void anExcludedClassIsTrustedUntilAJudgeLooks() {
        // given: class 0 is said to be left out, but is what most of the points show
        Points leaking = new Points(false, Set.of(0));

        // when
        Findings trusted = find(Method.AUTO, leaking);
        Findings judged = find(Method.AUTO, leaking, judge("judge", LIMIT, EXACT));

        // then
        assertThat(trusted.wrongLabelShare().isKnown()).isTrue();
        assertThat(trusted.wrongLabelShare().method()).contains("which is trusted: nobody has looked");
        assertThat(trusted.leak().isUnknown()).isTrue();
        assertThat(trusted.leak().method()).isEqualTo("no judge has looked for class 0 among draws of points");
        assertHolds(judged.wrongLabelShare(), WRONG, .04);
        assertHolds(judged.leak(), NORMAL.cumulativeProbability(BORDER), .05);
        assertThat(judged.leak().method()).contains("1,000 prior draws that judge calls 0");
        assertThat(judged.failureRate().upper())
                .isLessThan(trusted.failureRate().lower());
    }

    @Test
    void aNovelDistributionLeavesOutEveryClass() {
        Points novel = new Points(false, Set.of(0, 1));

        Findings findings = find(Method.AUTO, novel);

        assertThat(findings.wrongLabelShare().isKnown()).isTrue();
        assertThat(findings.wrongLabelShare().estimate()).isEqualTo(1);
        assertThat(findings.failureRate().estimate())
                .isEqualTo(findings.levelSetMass().estimate());
    }

    @Test
    void oraclesAreHeldAgainstEachOtherAndTheFirstMakesTheRates() {
        // given
        Points speaking = new Points(true, Set.of());
        Judge judge = judge("judge", LIMIT, EXACT);

        // when
        Findings byPoints = find(Method.AUTO, speaking, new ByConstruction(speaking), judge);
        Findings byJudge = find(Method.AUTO, speaking, judge, new ByConstruction(speaking));

        // then
        assertThat(byPoints.wrongLabelShare().method()).doesNotContain("Rogan");
        assertThat(byJudge.wrongLabelShare().method()).contains("Rogan");
        LabelDisagreement disagreement = byJudge.labelDisagreements().get(0);
        assertThat(byJudge.labelDisagreements()).hasSize(1);
        assertThat(disagreement.one()).isEqualTo("judge");
        assertThat(disagreement.other()).isEqualTo("points");
        Map<String, Boolean> erred = new LinkedHashMap<>();
        byJudge.inLevelSet().forEach(sample -> erred.put(sample.id(), (float) sample.latent()[2] < (float) LIMIT));
        assertThat(disagreement.both()).isEqualTo(erred.size());
        assertThat(disagreement.differing())
                .isEqualTo((int) erred.values().stream().filter(wrong -> wrong).count());
        assertHolds(disagreement.share(), CHANCE_OF_ERROR, .04);
    }

    @Test
    void jsonHasLabelsIdsAndWhoGaveThem() {
        Findings findings = find(Method.AUTO, POINTS, judge("judge", LIMIT, EXACT), judge("other", -9, EXACT));

        JsonObject json = JsonParser.parseString(findings.toJson(5)).getAsJsonObject();
        Sample sample = findings.samples().get(0);
        JsonObject written = json.getAsJsonArray("samples").get(0).getAsJsonObject();

        assertThat(written.get("id").getAsString()).isEqualTo(sample.id()).matches("[a-f][0-9a-f]{9}");
        assertThat(written.getAsJsonObject("labels").get("judge").getAsInt())
                .isEqualTo(sample.labels().get("judge").orElseThrow());
        assertThat(json.getAsJsonObject("search").getAsJsonArray("oracles"))
                .extracting(name -> name.getAsString())
                .containsExactly("judge", "other");
        JsonObject disagreement = json.getAsJsonObject("rates")
                .getAsJsonArray("labelDisagreements")
                .get(0)
                .getAsJsonObject();
        assertThat(disagreement.get("both").getAsInt())
                .isEqualTo(findings.labelDisagreements().get(0).both());
        assertThat(json.getAsJsonObject("rates")
                        .getAsJsonObject("leak")
                        .get("estimate")
                        .isJsonNull())
                .isTrue();
    }

    @Test
    void anAmbiguousPredictionClaimsNothingThatCouldBeWrong() {
        Findings findings = Search.of(MODEL, POINTS)
                .target(Ambiguous.between(0, 1))
                .sampling(Searches.small(Method.AUTO))
                .labelledBy(judge("judge", LIMIT, EXACT))
                .run();

        assertThat(findings.wrongLabelShare().isUnknown()).isTrue();
        assertThat(findings.wrongLabelShare().method()).isEqualTo("a prediction that claims no class is not wrong");
        assertThat(findings.samples().get(0).labels()).containsOnlyKeys("judge");
    }

    @Test
    void anOracleMustKnowTheModelsClasses() {
        Confusion three = Confusion.of(new long[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> find(Method.AUTO, POINTS, judge("judge", LIMIT, three)))
                .withMessageStartingWith(
                        "The judge judge tells 3 classes apart, but the model under test has 2. Say with");
        assertThatThrownBy(() -> find(Method.AUTO, POINTS, judge("judge", 1, EXACT), judge("judge", 2, EXACT)))
                .hasMessage("Two label oracles have one name: [judge, judge]");
    }

    @Test
    void equalOraclesMakeEqualSearches() {
        Classifier classifier = TestModels.linear(2);
        SearchSpec one = Search.of(MODEL, POINTS)
                .target(TARGET)
                .labelledBy(new Judge(classifier, Confusion.of(new long[][] {{1, 0}, {0, 1}})))
                .spec();
        SearchSpec same = Search.of(MODEL, POINTS)
                .target(TARGET)
                .labelledBy(new Judge(classifier, Confusion.of(new long[][] {{1, 0}, {0, 1}})))
                .spec();
        SearchSpec other = Search.of(MODEL, POINTS).target(TARGET).spec();

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
    }
}
