/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.junit.jupiter.api.Test;

/** Names of inputs that people write down. */
class SpecimenIdTest {

    private static final Classifier CLASSIFIER = TestModels.linear(4);
    private static final DataDistribution LATENTS = TestModels.latents(2);

    @Test
    void theSameModelsAndLatentGiveTheSameTenDigits() {
        String id = new SpecimenId(CLASSIFIER, LATENTS).of(new double[] {.25, -1});

        assertThat(id)
                .isEqualTo(new SpecimenId(TestModels.linear(4), TestModels.latents(2)).of(new double[] {.25, -1}));
        assertThat(id).matches("[a-f][0-9a-f]{9}");
        assertThat(new SpecimenId(CLASSIFIER, LATENTS).of(new double[] {Math.nextUp(.25), -1}))
                .as("the generator is given floats")
                .isEqualTo(id);
    }

    @Test
    void anotherLatentOrModelGivesOthers() {
        Set<String> ids = new HashSet<>();
        ids.add(new SpecimenId(CLASSIFIER, LATENTS).of(new double[] {.25, -1}));
        ids.add(new SpecimenId(CLASSIFIER, LATENTS).of(new double[] {-1, .25}));
        DataDistribution others = DataDistribution.of("others", 2, inputs -> inputs);
        ids.add(new SpecimenId(CLASSIFIER, others).of(new double[] {.25, -1}));
        ids.add(new SpecimenId(TestModels.rows("other", z -> z), LATENTS).of(new double[] {.25, -1}));

        assertThat(ids).hasSize(4);
    }

    @Test
    void tenThousandLatentsHaveTenThousandNames() {
        SpecimenId ids = new SpecimenId(CLASSIFIER, LATENTS);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            names.add(ids.of(new double[] {i / 1000.0, 1}));
        }

        assertThat(names).hasSize(10_000).allMatch(name -> name.matches("[a-f][0-9a-f]{9}"));
    }
}
