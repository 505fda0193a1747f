/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page that became part of a larger one: what it shows, with names that no other part has.
 *
 * @param body between the page's {@code body} tags, its title left out
 * @param styles its style sheets
 */
record EmbeddedPage(String body, Set<String> styles) {

    private static final Pattern STYLE = Pattern.compile("(?s)<style[^>]*>.*?</style>");
    private static final Pattern TITLE = Pattern.compile("(?s)<h1\\b[^>]*>.*?</h1>");
    private static final Pattern NAMED =
            Pattern.compile("(\\s(?:id|for|name|aria-labelledby|aria-describedby)=\")([^\"]+\")");
    private static final Pattern WITHIN = Pattern.compile("(\\shref=\"#)([^\"]+\")");
    private static final Pattern BESIDE = Pattern.compile("(\\s(?:href|src)=\")((?!#|[a-z]+:)[^\"]+\")");

    /**
     * Takes a page apart. Texts in it are escaped, so that what looks like an attribute is one.
     *
     * @param page a whole page
     * @param prefix of the names in it, which other pages have as well
     * @param folder where the files lie that it points at, seen from the larger page
     */
    static EmbeddedPage of(String page, String prefix, String folder) {
        Set<String> styles = new LinkedHashSet<>();
        int body = page.indexOf("<body");
        Matcher matcher = STYLE.matcher(page.substring(0, Math.max(0, body)));
        while (matcher.find()) {
            styles.add(matcher.group());
        }
        int start = body < 0 ? 0 : page.indexOf('>', body) + 1;
        int end = page.lastIndexOf("</body>");
        String content = page.substring(start, end < start ? page.length() : end);
        content = TITLE.matcher(content).replaceFirst("");
        content = NAMED.matcher(content).replaceAll("$1" + Matcher.quoteReplacement(prefix + "-") + "$2");
        content = WITHIN.matcher(content).replaceAll("$1" + Matcher.quoteReplacement(prefix + "-") + "$2");
        content = BESIDE.matcher(content).replaceAll("$1" + Matcher.quoteReplacement(folder + "/") + "$2");
        // Drawn when they come into view: a run may have thousands of pictures.
        content = content.replace("<img ", "<img loading=\"lazy\" decoding=\"async\" ");
        return new EmbeddedPage(content, styles);
    }
}
