/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.rate.ClassEvidence.LevelSet;
import org.junit.jupiter.api.Test;

/** What two models' confident mistakes come to when they are compared. */
class ComparisonTest {

    @Test
    void theExcessIsTheMeanOfTheClassesDifferences() {
        // given
        List<ClassEvidence> classes = ComparedClasses.counts(200, new int[] {180, 160}, new int[] {190, 190});

        // when
        Comparison comparison = ComparedClasses.compare(classes);

        // then
        assertThat(comparison.candidate().accuracy().estimate()).isCloseTo(.85, within(1e-12));
        assertThat(comparison.baseline().accuracy().estimate()).isCloseTo(.95, within(1e-12));
        assertThat(comparison.excessOverconfidence().estimate()).isCloseTo(.1, within(1e-12));
        assertThat(comparison.excessOverconfidence(0).estimate()).isCloseTo(.05, within(1e-12));
        assertThat(comparison.excessOverconfidence(1).estimate()).isCloseTo(.15, within(1e-12));
        assertThat(comparison.candidate().ofClass(1).accuracy().estimate()).isCloseTo(.8, within(1e-12));
        assertThat(comparison.leftOut()).isEmpty();
        assertThat(comparison.problems()).isEmpty();
        assertThat(comparison).hasToString("candidate against baseline");
    }

    @Test
    void manyDrawsGiveTheNormalIntervalOfTheDifference() {
        Comparison comparison = ComparedClasses.compare(
                ComparedClasses.counts(10_000, new int[] {8_000, 8_000}, new int[] {7_000, 7_000}));

        double error = 1.96 * Math.sqrt((.8 * .2 + .7 * .3) / 20_000);
        assertThat(comparison.excessOverconfidence().estimate()).isCloseTo(-.1, within(1e-12));
        assertThat(comparison.excessOverconfidence().lower()).isCloseTo(-.1 - error, within(3e-4));
        assertThat(comparison.excessOverconfidence().upper()).isCloseTo(-.1 + error, within(3e-4));
    }

    /** Booth et al., section 4.8: accuracy .80 of ADDA against .72 of the baseline, ten labels in each of ten classes. */
    @Test
    void thePapersOwnDifferenceIsNotSignificant() {
        // given the paper's totals, spread over the classes
        int[] adda = {8, 8, 8, 8, 8, 8, 8, 8, 8, 8};
        int[] source = {7, 7, 7, 7, 7, 7, 7, 7, 8, 8};

        // when
        Significance z = Significance.ofShares(80, 100, 72, 100);
        Comparison comparison = ComparedClasses.compare(ComparedClasses.counts(10, adda, source));

        // then
        assertThat(z.statistic()).isCloseTo(1.32, within(.01));
        assertThat(z.pValue()).isCloseTo(.185, within(.001));
        assertThat(z.isSignificant()).isFalse();
        assertThat(comparison.excessOverconfidence().estimate()).isCloseTo(-.08, within(1e-12));
        assertThat(comparison.excessOverconfidence().lower()).isLessThan(-.08);
        assertThat(comparison.excessOverconfidence().upper()).isGreaterThan(0);
    }

    @Test
    void allRightIsAnUpperBoundAndNotAPoint() {
        Comparison comparison =
                ComparedClasses.compare(ComparedClasses.counts(100, new int[] {100, 100}, new int[] {100, 100}));

        // 3.69 / 200: no event in 200 draws
        assertThat(comparison.candidate().accuracy().lower()).isCloseTo(1 - 3.689 / 200, within(1e-4));
        assertThat(comparison.candidate().accuracy().upper()).isEqualTo(1);
        assertThat(comparison.excessOverconfidence().estimate()).isZero();
        assertThat(comparison.excessOverconfidence().upper()).isCloseTo(3.689 / 200, within(1e-4));
        assertThat(comparison.excessOverconfidence().lower()).isCloseTo(-3.689 / 200, within(1e-4));
    }

    @Test
    void oneClassAlwaysWrongIsNoCertaintyEither() {
        Comparison comparison =
                ComparedClasses.compare(ComparedClasses.counts(100, new int[] {0, 100}, new int[] {100, 100}));

        assertThat(comparison.excessOverconfidence().estimate()).isEqualTo(.5);
        assertThat(comparison.excessOverconfidence().lower()).isBetween(.45, .49);
        assertThat(comparison.excessOverconfidence().upper()).isBetween(.51, .55);
    }

    @Test
    void classesInWhichAModelFoundNothingAreLeftOutAndNamed() {
        // given
        List<ClassEvidence> classes =
                new ArrayList<>(ComparedClasses.counts(100, new int[] {90, 90}, new int[] {80, 80}));
        classes.add(new ClassEvidence(
                2, ComparedClasses.independent(0, 100), LevelSet.none("no draw of 4,000 is in its level set")));

        // when
        Comparison comparison = ComparedClasses.compare(classes);

        // then
        assertThat(comparison.excessOverconfidence().estimate()).isCloseTo(-.1, within(1e-12));
        assertThat(comparison.candidate().accuracy().estimate()).isCloseTo(.9, within(1e-12));
        assertThat(comparison.candidate().ofClass(2).accuracy().estimate()).isZero();
        assertThat(comparison.baseline().ofClass(2).accuracy().isUnknown()).isTrue();
        assertThat(comparison.excessOverconfidence(2).estimate()).isNaN();
        assertThat(comparison.leftOut())
                .containsExactly("Class 2 is left out (baseline: no draw of 4,000 is in its level set).");
        assertThat(comparison.excessOverconfidence().method()).contains("2 of 3 classes");
    }

    @Test
    void fewerThanTwoClassesSayNothing() {
        List<ClassEvidence> classes = new ArrayList<>(ComparedClasses.counts(100, new int[] {90}, new int[] {80}));
        classes.add(new ClassEvidence(1, LevelSet.none("nothing found"), LevelSet.none("nothing found")));

        Comparison comparison = ComparedClasses.compare(classes);

        assertThat(comparison.excessOverconfidence().isUnknown()).isTrue();
        assertThat(comparison.excessOverconfidence().lower()).isEqualTo(-1);
        assertThat(comparison.problems())
                .singleElement()
                .asString()
                .isEqualTo("Only 1 of 2 classes can be compared, and a mean takes 2. "
                        + "Class 1 is left out (candidate: nothing found; baseline: nothing found).");
    }

    @Test
    void eachModelIsScoredOnTheOthersLevelSet() {
        // given a candidate that is right on all of the baseline's inputs, and half sure
        List<ClassEvidence> classes = ComparedClasses.counts(100, new int[] {50, 50}, new int[] {60, 60});

        // when
        ModelScore candidate = ComparedClasses.compare(classes).candidate();

        // then
        assertThat(candidate.accuracyOnOther().estimate()).isEqualTo(1);
        assertThat(candidate.ofClass(0).accuracyOnOther().estimate()).isEqualTo(1);
        assertThat(candidate.ofClass(0).confidenceOnOther().estimate()).isEqualTo(.5);
    }

    @Test
    void weightsCountAndDrawsWithoutWeightDoNot() {
        // given a right draw that weighs three times as much as a wrong one, and unlabelled draws
        ConfidentDraws draws = ConfidentDraws.ofChains(new double[][] {{3, 1, 0}, {3, 1, 0}}, 2);
        boolean[][] right = {{true, false, false}, {true, false, true}};
        LevelSet levelSet = LevelSet.of(draws, right, right, new double[2][3]);

        // when
        Comparison comparison = ComparedClasses.compare(
                List.of(new ClassEvidence(0, levelSet, levelSet), new ClassEvidence(1, levelSet, levelSet)));

        // then
        assertThat(comparison.candidate().accuracy().estimate()).isCloseTo(.75, within(1e-12));
        assertThat(comparison.candidate().ofClass(0).draws()).isEqualTo(4);
        assertThat(comparison.excessOverconfidence().estimate()).isZero();
        assertThat(comparison.excessOverconfidence().lower()).isLessThan(0);
    }

    @Test
    void jsonHasEveryRateAndNoNaN() {
        List<ClassEvidence> classes =
                new ArrayList<>(ComparedClasses.counts(100, new int[] {90, 90}, new int[] {80, 80}));
        classes.add(new ClassEvidence(2, LevelSet.none("nothing found"), ComparedClasses.independent(5, 9)));

        JsonObject json = JsonParser.parseString(
                        ComparedClasses.compare(classes).toJson())
                .getAsJsonObject();

        assertThat(json.get("schemaVersion").getAsInt()).isEqualTo(1);
        assertThat(json.get("seed").getAsLong()).isEqualTo(7);
        assertThat(json.getAsJsonObject("excessOverconfidence").get("estimate").getAsDouble())
                .isCloseTo(-.1, within(1e-12));
        assertThat(json.getAsJsonObject("candidate").getAsJsonArray("classes")).hasSize(3);
        assertThat(json.getAsJsonArray("classes")
                        .get(2)
                        .getAsJsonObject()
                        .getAsJsonObject("excessOverconfidence")
                        .get("estimate")
                        .isJsonNull())
                .isTrue();
        assertThat(json.getAsJsonArray("leftOut")).hasSize(1);
    }

    @Test
    void refusesAClassThatWasNotCompared() {
        Comparison comparison = ComparedClasses.compare(ComparedClasses.counts(9, new int[] {9}, new int[] {9}));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparison.excessOverconfidence(3))
                .withMessage("Class 3 was not compared");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparison.candidate().ofClass(3));
    }
}
