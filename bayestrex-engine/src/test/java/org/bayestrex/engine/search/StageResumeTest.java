/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bayestrex.engine.sampler.Method;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stopped in the middle of any stage and resumed from its checkpoint, a search is the one that was not stopped. */
class StageResumeTest {

    private static final HalfSpace TARGET = HalfSpace.ofMass(2, 1e-4);

    @TempDir
    private Path directory;

    private SteppedSearch search(Sampling sampling) {
        return new SteppedSearch(new PairedModels(TARGET.model()), TARGET.target(), sampling, Journals.in(directory));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "AUTO, mixture rounds",
        "AUTO, sequential Monte Carlo",
        "AUTO, weighted draws",
        "AUTO, chains",
        "NUTS, sequential Monte Carlo",
        "NUTS, chains",
        "MIXTURE, weighted draws"
    })
    void theDrawsAreTheSameBitForBit(Method method, String stage) {
        // given
        Sampling sampling = Searches.small(method).withPilot(500).withDraws(100);
        Findings expected = TARGET.search(sampling);
        List<Long> ends = SteppedSearch.stageEnds(expected);
        int number = expected.effort().parts().stream()
                .map(Part::name)
                .filter(name -> !name.startsWith(Part.CHAINS + ":"))
                .toList()
                .indexOf(stage);
        long middle = (ends.get(number - 1) + ends.get(number)) / 2;
        SteppedSearch stopped = search(sampling);
        stopped.stopAfter(middle);

        // when
        SteppedSearch search = search(sampling);
        Findings resumed = search.toEnd();

        // then
        assertThat(Searches.draws(resumed)).isEqualTo(Searches.draws(expected));
        assertThat(resumed.diagnostics()).isEqualTo(expected.diagnostics());
        assertThat(resumed.massEstimates()).isEqualTo(expected.massEstimates());
        assertThat(resumed.evaluations()).isEqualTo(expected.evaluations());
        assertThat(stopped.recorded()).isGreaterThanOrEqualTo(middle);
        assertThat(search.recorded()).isEqualTo(expected.evaluations() - stopped.recorded());
    }
}
