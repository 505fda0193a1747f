/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbeddedPageTest {

    private static final String PAGE = """
            <!DOCTYPE html><html><head><style>p{color:red}</style></head><body style="margin:0"><h1 class="x">Title</h1>\
            <p id="glossary">id=&quot;a&quot; <a href="#glossary">R-hat</a> <a href="findings.json">all</a> \
            <a href="https://example.org/">far</a><img alt="a 2" src="data:image/png;base64,AA=="></p></body></html>""";

    @Test
    void namesAndLinksStayApartFromThoseOfOtherPages() {
        assertThat(EmbeddedPage.of(PAGE, "t7", "ATest/search").body())
                .contains("<p id=\"t7-glossary\">", "<a href=\"#t7-glossary\">")
                .contains("<a href=\"ATest/search/findings.json\">", "<a href=\"https://example.org/\">")
                .contains("src=\"data:image/png;base64,AA==\"", "id=&quot;a&quot;");
    }

    @Test
    void titleAndFrameAreLeftOut() {
        EmbeddedPage page = EmbeddedPage.of(PAGE, "t7", "ATest/search");

        assertThat(page.body())
                .doesNotContain("<h1", "Title", "<body", "</html>")
                .startsWith("<p");
        assertThat(page.styles()).containsExactly("<style>p{color:red}</style>");
    }

    @Test
    void picturesWaitUntilTheyAreSeen() {
        assertThat(EmbeddedPage.of(PAGE, "t7", "").body()).contains("<img loading=\"lazy\" decoding=\"async\" alt=");
    }
}
