/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.List;
import java.util.UUID;
import org.bayestrex.junit.report.Outcome;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;

/** The run among Allure's tests: one that stands before all others, and holds the overview in its description. */
final class AllureRun {

    /** Allure sorts suites by name; an asterisk comes before letters. */
    private static final String NAME = "* The run at a glance";

    private AllureRun() {}

    static void show(Run run, History before) {
        AllureLifecycle lifecycle = Allure.getLifecycle();
        Outcome outcome = Headline.of(run);
        // The same for all test plans of one JVM: the last one replaces those before.
        String uuid = UUID.nameUUIDFromBytes(run.id().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        TestResult result = new TestResult()
                .setUuid(uuid)
                .setHistoryId("org.bayestrex.run")
                .setFullName("org.bayestrex.run")
                .setName(NAME)
                .setStart(run.began().toEpochMilli())
                .setStop(run.ended().toEpochMilli())
                .setStage(Stage.FINISHED)
                .setStatus(outcome.stops() ? Status.FAILED : Status.PASSED)
                .setLabels(List.of(
                        label("parentSuite", NAME),
                        label("suite", NAME),
                        label("feature", NAME),
                        label("package", "run")))
                .setDescriptionHtml(Html.element(
                        "div",
                        "font:14px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;background:" + Ink.PAPER
                                + ";color:" + Ink.TEXT + ";" + "padding:14px;border-radius:6px;box-sizing:border-box",
                        RunPage.summary(run, before, Links.none(), "")));
        if (outcome.stops()) {
            result.setStatusDetails(new StatusDetails().setMessage("THE RUN: " + Headline.sentence(run)));
        }
        lifecycle.scheduleTestCase(result);
        lifecycle.writeTestCase(uuid);
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }
}
