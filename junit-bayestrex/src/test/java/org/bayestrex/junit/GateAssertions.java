/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Verdict;

/** What every assertion does: passes or throws, and tells the report either way. */
final class GateAssertions {

    private GateAssertions() {}

    static Check passes(Found found, Consumer<FindingsAssert> assertion) {
        List<Check> reported = new ArrayList<>();
        assertion.accept(BayesTrexAssertions.assertThat(found.findings().observedBy(reported::add)));
        assertThat(reported).hasSize(1);
        assertThat(reported.get(0).verdict()).isEqualTo(Verdict.PASS);
        return reported.get(0);
    }

    static GateError fails(Found found, Consumer<FindingsAssert> assertion) {
        return stops(Verdict.FAIL, found, assertion);
    }

    static GateError settlesNothing(Found found, Consumer<FindingsAssert> assertion) {
        GateError error = stops(Verdict.INCONCLUSIVE, found, assertion);
        assertThat(error.check().advice()).as("what would settle it").isNotEmpty();
        return error;
    }

    private static GateError stops(Verdict verdict, Found found, Consumer<FindingsAssert> assertion) {
        List<Check> reported = new ArrayList<>();
        FindingsAssert begun = BayesTrexAssertions.assertThat(found.findings().observedBy(reported::add));
        GateError error = catchThrowableOfType(GateError.class, () -> assertion.accept(begun));
        assertThat(error).as("an error is thrown").isNotNull();
        assertThat(error.verdict()).isEqualTo(verdict);
        assertThat(reported).containsExactly(error.check());
        return error;
    }
}
