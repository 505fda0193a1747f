/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Device;
import org.bayestrex.engine.model.TorchScript;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What findings say of a search, to a caller and as JSON. */
class FindingsTest {

    private static final Set<Integer> EXCLUDED = Set.of(2);

    private static Classifier classifier;
    private static DataDistribution generator;
    private static Findings excluded;
    private static Findings known;

    @BeforeAll
    static void search() {
        classifier = TestModels.tinyClassifier("linear-classifier");
        generator = TorchScript.generator(TestModels.tiny("linear-generator"), 2, EXCLUDED, Device.cpu());
        excluded = find(2);
        known = find(1);
    }

    private static Findings find(int cls) {
        return Search.of(classifier, generator)
                .target(HighConfidence.of(cls))
                .sampling(Searches.small(Method.ELLIPTICAL_SLICE))
                .run();
    }

    @AfterAll
    static void close() {
        classifier.close();
        generator.close();
    }

    @Test
    void aPredictionOfAnExcludedClassIsAlwaysWrong() {
        Rate mass = excluded.levelSetMass();

        assertThat(excluded.wrongLabelShare().estimate()).isEqualTo(1);
        assertThat(excluded.wrongLabelShare().isKnown()).isTrue();
        assertThat(excluded.wrongLabelShare().method())
                .isEqualTo("linear-generator.pt holds no example of class 2, which is trusted: nobody has looked");
        assertThat(excluded.failureRate().estimate()).isEqualTo(mass.estimate());
        assertThat(excluded.failureRate().lower()).isEqualTo(mass.lower());
        assertThat(excluded.failureRate().upper()).isEqualTo(mass.upper());
        assertThat(excluded.wrongLabelConfidence().estimate()).isBetween(.9, 1.0);
    }

    @Test
    void withoutAnOracleTheShareOfWrongLabelsIsUnknown() {
        assertThat(known.wrongLabelShare().isUnknown()).isTrue();
        assertThat(known.wrongLabelShare().method()).contains("no oracle");
        assertThat(known.failureRate().estimate()).isNaN();
        assertThat(known.failureRate().lower()).isZero();
        assertThat(known.failureRate().upper()).isEqualTo(known.levelSetMass().upper());
        assertThat(known.wrongLabelConfidence().isUnknown()).isTrue();
    }

    @Test
    void samplesCarryWhatWasEvaluated() {
        assertThat(known.samples()).hasSize(80).allSatisfy(sample -> {
            double[] z = sample.latent();
            assertThat(sample.input().shape()).containsExactly(3);
            assertThat(sample.input().get(0)).isEqualTo((float) z[0]);
            assertThat(sample.confidences()).hasSize(3);
            assertThat(sample.inLevelSet()).isEqualTo(sample.confidences()[1] >= 1 - 2 * .05);
        });
        assertThat(known.inLevelSet()).isNotEmpty().allMatch(Sample::inLevelSet);
        assertThat(known.samples().get(20).chain()).isEqualTo(1);
        assertThat(known.samples().get(20).draw()).isZero();
        assertThat(known.evaluations())
                .isEqualTo(known.effort().gradients() + known.effort().forwards());
        assertThat(known).hasToString("confident in 1");
        assertThat(known.label(1)).isEqualTo("1");
        assertThat(known.seed()).isEqualTo(7);
    }

    @Test
    void jsonParsesStrictlyAndHasTheVersion() {
        JsonObject json = parsed(known.toJson());

        assertThat(json.get("schemaVersion").getAsInt()).isEqualTo(1);
        assertThat(json.get("search").getAsJsonObject().get("target").getAsString())
                .isEqualTo("confident in 1");
        assertThat(json.get("search").getAsJsonObject().get("seed").getAsLong()).isEqualTo(7);
        assertThat(json.get("drawsInAll").getAsInt()).isEqualTo(80);
        JsonArray samples = json.get("samples").getAsJsonArray();
        assertThat(samples).hasSize(80);
        assertThat(samples.get(3).getAsJsonObject().get("latent").getAsJsonArray())
                .hasSize(2);
        assertThat(samples.get(3).getAsJsonObject().get("logits").getAsJsonArray())
                .hasSize(3);
    }

    @Test
    void whatIsUndefinedIsNull() {
        JsonObject json = parsed(known.toJson());

        assertThat(known.diagnostics().minBfmi()).isNaN();
        assertThat(json.get("diagnostics").getAsJsonObject().get("minBfmi").isJsonNull())
                .isTrue();
        assertThat(json.get("rates")
                        .getAsJsonObject()
                        .get("failureRate")
                        .getAsJsonObject()
                        .get("estimate")
                        .isJsonNull())
                .isTrue();
    }

    @Test
    void samplesCanBeLimited() {
        JsonArray few = parsed(known.toJson(8)).get("samples").getAsJsonArray();

        assertThat(few).hasSize(8);
        assertThat(few)
                .extracting(sample -> sample.getAsJsonObject().get("chain").getAsInt())
                .containsExactly(0, 0, 1, 1, 2, 2, 3, 3);
        assertThat(parsed(known.toJson(0)).get("samples").getAsJsonArray()).isEmpty();
        assertThat(parsed(known.toJson(8)).get("drawsInAll").getAsInt()).isEqualTo(80);
    }

    @Test
    void observersHearOfChecks() {
        List<Check> first = new ArrayList<>();
        List<Check> second = new ArrayList<>();
        Findings observed = known.observedBy(first::add).observedBy(second::add);
        Check check = Check.below("failure rate", known.levelSetMass(), 1, List.of());

        observed.report(check);
        known.report(check);

        assertThat(first).containsExactly(check);
        assertThat(second).containsExactly(check);
    }

    private static JsonObject parsed(String json) {
        JsonReader reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        return JsonParser.parseReader(reader).getAsJsonObject();
    }
}
