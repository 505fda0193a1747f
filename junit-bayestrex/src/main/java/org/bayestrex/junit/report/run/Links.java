/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;

/** Where each test is shown, for those who point at it. */
final class Links {

    private final Map<String, String> anchors = new HashMap<>();

    private Links() {}

    /** To sections of the same page, by the tests' order. */
    static Links within(List<TestFacts> tests) {
        Links links = new Links();
        for (int i = 0; i < tests.size(); i++) {
            links.anchors.put(tests.get(i).key(), "t" + (i + 1));
        }
        return links;
    }

    /** Nowhere: Allure gives its pages new names with each report. */
    static Links none() {
        return new Links();
    }

    /** The id of the test's section. */
    Optional<String> anchor(TestFacts test) {
        return Optional.ofNullable(anchors.get(test.key()));
    }

    /**
     * Something as a link to a test; as it is where there is none.
     *
     * @param content HTML
     * @param spoken the same in words, for who does not see it
     */
    String to(TestFacts test, String content, String spoken) {
        return anchor(test)
                .map(id -> "<a href=\"#" + id + "\" aria-label=\"" + Html.escape(spoken) + "\" style=\"color:"
                        + Ink.LINK + "\">" + content + "</a>")
                .orElse(content);
    }
}
