/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Kinds that were planted, of exact shares. */
class KindsTest {

    private static final Discs THREE =
            new Discs(List.of(new double[] {1.5, 0, .5}, new double[] {-1.2, 1.2, .4}, new double[] {0, -2, .5}));

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"DIRECT", "MIXTURE", "AUTO"},
            mode = Mode.INCLUDE)
    void plantedKindsAreFoundWithTheirShares(Method method) {
        Findings findings = search(THREE, method);

        Kinds kinds = Kinds.of(findings);

        assertThat(kinds.kinds()).hasSize(3);
        double[] exact = THREE.shares();
        for (Kind kind : kinds.kinds()) {
            double[] medoid = kind.medoid().latent();
            int disc = disc(medoid);
            assertThat(kind.members()).allMatch(member -> disc(member.latent()) == disc);
            assertThat(kind.share().lower()).as("%s", kind.share()).isLessThan(exact[disc]);
            assertThat(kind.share().upper()).as("%s", kind.share()).isGreaterThan(exact[disc]);
            assertThat(kind.share().upper() - kind.share().lower()).isLessThan(.4);
            assertThat(medoid[0]).isCloseTo(THREE.discs().get(disc)[0], within(.25));
        }
        assertThat(kinds.kinds().stream()
                        .mapToDouble(kind -> kind.share().estimate())
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(kinds.unseen().estimate()).isZero();
        assertThat(kinds.covered().lower()).isBetween(.9, 1.);
        assertThat(kinds.covering(.5)).isLessThanOrEqualTo(2);
        assertThat(kinds.covering(.999)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Features.class)
    void oneDiscIsOneKindByWhateverFeatures(Features features) {
        Kinds kinds = Kinds.of(search(new Discs(List.of(new double[] {1, 0, .6})), Method.DIRECT), features);

        assertThat(kinds.kinds()).hasSize(1);
        assertThat(kinds.kinds().get(0).share().estimate()).isEqualTo(1);
        assertThat(kinds.features()).isEqualTo(features);
    }

    @Test
    void chainsThatNeverMeetDoNotVouchForEachOther() {
        // Each chain stays in its disc: few independent chains say little of the shares.
        Kinds kinds = Kinds.of(search(THREE, Method.ELLIPTICAL_SLICE));

        double[] exact = THREE.shares();
        for (Kind kind : kinds.kinds()) {
            assertThat(kind.share().lower()).isLessThan(exact[disc(kind.medoid().latent())]);
            assertThat(kind.share().upper())
                    .isGreaterThan(exact[disc(kind.medoid().latent())]);
        }
        assertThat(kinds.unseen().upper()).isGreaterThan(.1);
    }

    @Test
    void whereNothingWasFoundThereIsNoKind() {
        Kinds kinds = Kinds.of(search(new Discs(List.of(new double[] {0, 0, .01})), Method.DIRECT));

        assertThat(kinds.kinds()).isEmpty();
        assertThat(kinds.compared()).isZero();
        assertThat(kinds.unseen().isUnknown()).isTrue();
        assertThat(kinds.covering(.5)).isZero();
    }

    private static Findings search(Discs discs, Method method) {
        return Search.of(discs.classifier(), Discs.PLANE)
                .target(HighConfidence.of(0))
                .method(method)
                .chains(8)
                .draws(60)
                .seed(5)
                .run();
    }

    private static int disc(double[] latent) {
        for (int i = 0; i < THREE.discs().size(); i++) {
            double[] disc = THREE.discs().get(i);
            if (Math.hypot(latent[0] - disc[0], latent[1] - disc[1]) < disc[2]) {
                return i;
            }
        }
        throw new AssertionError("in no disc: " + latent[0] + ", " + latent[1]);
    }
}
