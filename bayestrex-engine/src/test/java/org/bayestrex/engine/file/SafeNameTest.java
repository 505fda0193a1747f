/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names that every file system takes. */
class SafeNameTest {

    @Test
    void plainNamesStayAsTheyAre() {
        assertThat(SafeName.of("ATest.search")).isEqualTo("ATest.search");
        assertThat(SafeName.of("search confident in 4 (four)")).isEqualTo("search-confident-in-4-four");
    }

    @Test
    void whatLeadsElsewhereOrHidesDoesNot() {
        assertThat(SafeName.of("../../x")).isEqualTo("-..-..-x");
        assertThat(SafeName.of(".hidden")).isEqualTo("-.hidden");
    }

    @Test
    void longNamesAreCutAndToldApart() {
        String one = SafeName.of("x".repeat(200));
        String other = SafeName.of("x".repeat(201));

        assertThat(one).hasSize(120).isNotEqualTo(other);
    }

    @Test
    void namesThatDifferInOtherCharactersOnlyAreToldApartWhereTheyMustBe() {
        assertThat(SafeName.unique("cat \uD83D\uDC08")).isNotEqualTo(SafeName.unique("cat \uD83D\uDC15"));
        assertThat(SafeName.unique("ATest")).isNotEqualToIgnoringCase(SafeName.unique("atest"));
    }
}
