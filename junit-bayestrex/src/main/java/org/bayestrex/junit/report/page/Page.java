/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import org.apiguardian.api.API;

/** What every page looks like. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Page {

    private Page() {}

    /** The part that is shown without a click, here and in Allure; content is HTML already. */
    public static String summary(String content) {
        return Html.element(
                "div",
                "font:14px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;background:" + Ink.PAPER + ";color:"
                        + Ink.TEXT + ";padding:14px;border-radius:6px;box-sizing:border-box",
                content);
    }

    /** A page of its own. */
    public static String of(String title, String body) {
        String escaped = Html.escape(title);
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                + "<title>" + escaped + "</title>" + Ink.STYLE + "</head>"
                + "<body style=\"margin:0 auto;padding:0 8px;max-width:1160px;background:" + Ink.PAPER + ";color:"
                + Ink.TEXT
                + "\"><main>"
                + Html.element(
                        "h1",
                        "font:bold 17px system-ui,sans-serif;padding:0 14px;margin:10px 0 0;overflow-wrap:anywhere",
                        escaped)
                + body
                + "</main></body></html>\n";
    }
}
