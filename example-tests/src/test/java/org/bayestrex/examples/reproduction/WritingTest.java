/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WritingTest {

    private final Section section = new Section()
            .paragraph("Run `a < b`.")
            .table(List.of("x", "figure"), List.of(List.of("1 & 2", "0.5")))
            .missing("a part", List.of("a.pt", "a.json"))
            .missing("nothing", List.of())
            .figure(new byte[] {1, 2, 3}, "a picture");

    @Test
    void writesMarkdownThatCanBeReadAsItIs() {
        assertThat(Markdown.of("Title", section)).isEqualTo("""
                        ## Title

                        Run `a < b`.

                        | x     | figure |
                        |-------|--------|
                        | 1 & 2 | 0.5    |

                        MISSING: a part was not run, for there is no a.pt, no a.json.
                        """);
    }

    @Test
    void writesHtmlWithItsPicturesWithinIt() {
        assertThat(Html.of("Title", section))
                .startsWith("<h2>Title</h2>")
                .contains("<p>Run <code>a &lt; b</code>.</p>")
                .contains("<tr><td>1 &amp; 2</td><td>0.5</td></tr>")
                .contains("src=\"data:image/png;base64,AQID\"")
                .doesNotContain("nothing");
    }

    @Test
    void refusesARowThatDoesNotFitItsTable() {
        Section other = new Section();

        assertThatThrownBy(() -> other.table(List.of("x", "y"), List.of(List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a row of 1 cells in a table of 2 columns");
    }
}
