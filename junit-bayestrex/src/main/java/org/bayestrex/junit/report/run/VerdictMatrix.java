/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.junit.report.Measured;
import org.bayestrex.junit.report.Outcome;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Tables;

/**
 * Verdicts at one look: a row for each test method, a column for each class, and one for invocations that are about no single
 * class. Models with other classes have a table of their own.
 */
final class VerdictMatrix {

    /** Where a word of a camel's name ends. */
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private static final String CELL =
            "padding:4px 4px;border:1px solid " + Ink.RULE + ";vertical-align:top;text-align:left";

    /** Shares below this are said as frequencies. */
    private static final double RARE = .001;

    private final Links links;

    private VerdictMatrix(Links links) {
        this.links = links;
    }

    static String html(Run run, Links links) {
        Map<List<String>, List<TestFacts>> byClasses = new LinkedHashMap<>();
        for (TestFacts test : run.tests()) {
            byClasses
                    .computeIfAbsent(classes(test, run), names -> new ArrayList<>())
                    .add(test);
        }
        VerdictMatrix matrix = new VerdictMatrix(links);
        String tables = byClasses.entrySet().stream()
                .map(entry -> matrix.table(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return Tables.heading("Verdict matrix: each test, each class")
                + tables
                + Tables.paragraph(
                        "Each cell is a test about a class: the verdict and the rate that it hangs on; ≤ where only an upper bound"
                                + " is known. " + legend(run)
                                + " A good matrix holds nothing but ✔. A cell leads to its test; within Allure, whose reports give"
                                + " tests new addresses each time, look it up by its name under Suites.");
    }

    /** The classes of a test's table: those of its method's other invocations, where it is about none itself. */
    private static List<String> classes(TestFacts test, Run run) {
        if (test.cls() >= 0) {
            return test.classes();
        }
        return run.tests().stream()
                .filter(other -> other.cls() >= 0)
                .filter(other ->
                        other.test().equals(test.test()) || other.classes().equals(test.classes()))
                .map(TestFacts::classes)
                .findFirst()
                .orElse(List.of());
    }

    private String table(List<String> classes, List<TestFacts> tests) {
        boolean hasOthers = tests.stream().anyMatch(test -> test.cls() < 0);
        List<Integer> columns = IntStream.range(0, classes.size())
                .filter(cls -> tests.stream().anyMatch(test -> test.cls() == cls))
                .boxed()
                .toList();
        StringBuilder head = new StringBuilder(
                "<thead><tr>" + th("col", "Test", ";min-width:170px;position:sticky;left:0;background:" + Ink.PAPER));
        columns.forEach(cls -> head.append(th("col", classes.get(cls), "")));
        head.append(hasOthers ? th("col", columns.isEmpty() ? "Verdicts" : "no single class", "") : "")
                .append("</tr></thead>");
        Map<String, List<TestFacts>> byMethod = new LinkedHashMap<>();
        tests.forEach(test ->
                byMethod.computeIfAbsent(test.test(), name -> new ArrayList<>()).add(test));
        StringBuilder body = new StringBuilder("<tbody>");
        byMethod.forEach((method, invocations) -> {
            body.append("<tr>").append(rowHead(method));
            columns.forEach(cls -> body.append(
                    cell(invocations.stream().filter(test -> test.cls() == cls).toList(), false)));
            body.append(
                            hasOthers
                                    ? cell(
                                            invocations.stream()
                                                    .filter(test -> test.cls() < 0)
                                                    .toList(),
                                            true)
                                    : "")
                    .append("</tr>");
        });
        return Html.element(
                "div",
                "overflow-x:auto;margin:0 0 10px",
                "<table class=\"verdict-matrix\" style=\"border-collapse:collapse;color:" + Ink.TEXT
                        + ";font-size:13px\">" + head + body + "</tbody></table>");
    }

    private static String th(String scope, String text, String style) {
        return "<th scope=\"" + scope + "\" style=\"" + CELL + style + "\">" + Html.escape(text) + "</th>";
    }

    private static String rowHead(String method) {
        String[] names = method.split("#", 2);
        String type = names.length > 1 ? Html.element("span", "color:" + Ink.FAINT, breakable(names[0])) + "<br>" : "";
        return "<th scope=\"row\" style=\"" + CELL
                + ";font-weight:normal;max-width:260px;overflow-wrap:anywhere;position:sticky;left:0;background:"
                + Ink.PAPER + "\">"
                + type
                + breakable(names[names.length - 1]) + "</th>";
    }

    /** Names of classes and methods are broken between their words. */
    private static String breakable(String name) {
        return HUMP.matcher(Html.escape(name)).replaceAll("<wbr>");
    }

    private String cell(List<TestFacts> tests, boolean named) {
        String content = tests.stream().map(test -> mark(test, named)).collect(Collectors.joining());
        return "<td style=\"" + CELL + (named ? ";min-width:150px" : "") + "\">" + content + "</td>";
    }

    private String mark(TestFacts test, boolean named) {
        String rate = isDifference(test)
                ? test.rate().map(VerdictMatrix::points).orElse("")
                : test.rate().map(VerdictMatrix::brief).orElse("");
        String shown = "<strong>" + test.outcome().symbol() + "</strong> " + Html.escape(rate);
        String name = named && !test.invocation().isEmpty() ? " " + Html.escape(test.invocation()) : "";
        String spoken = test.outcome().word() + (rate.isEmpty() ? "" : ", " + rate) + ", " + test.key();
        return Html.element(
                "div",
                test.outcome().style() + ";padding:2px 4px;margin:0 0 2px" + (named ? "" : ";white-space:nowrap"),
                links.to(test, shown, spoken) + name);
    }

    /** The number alone: the estimate, or the bound. */
    static String brief(Rate rate) {
        if (!Double.isNaN(rate.estimate())) {
            return number(rate, rate.estimate());
        }
        if (rate.isUnknown()) {
            return "";
        }
        return rate.lower() <= 0
                ? "≤ " + number(rate, rate.upper())
                : number(rate, rate.lower()) + " to " + number(rate, rate.upper());
    }

    private static boolean isDifference(TestFacts test) {
        return test.decisive().map(Measured::isDifference).orElse(test.rates().containsKey(Gathered.EXCESS));
    }

    /** The middle of a difference of shares. */
    static String points(Rate rate) {
        return rate.isUnknown() || Double.isNaN(rate.estimate())
                ? brief(rate)
                : Numbers.digits(100 * rate.estimate()) + " points";
    }

    /** What is rare as a frequency: the noughts of a small percentage are miscounted. */
    private static String number(Rate rate, double value) {
        boolean isRare = rate.lower() >= 0 && rate.upper() <= 1 && value > 0 && value < RARE;
        return isRare ? Numbers.oneIn(value) : Numbers.value(rate, value);
    }

    private static String legend(Run run) {
        return List.of(Outcome.values()).stream()
                .filter(outcome -> !run.with(outcome).isEmpty())
                .map(Outcome::text)
                .collect(Collectors.joining("; ", "", "."));
    }
}
