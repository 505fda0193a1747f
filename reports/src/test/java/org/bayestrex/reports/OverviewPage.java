/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.reports;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page that a run leaves without Allure, as its reader uses it: by keys and by clicks. */
final class OverviewPage {

    private final ChromeDriver driver;
    private final Duration loading;

    private OverviewPage(ChromeDriver driver, Duration loading) {
        this.driver = driver;
        this.loading = loading;
    }

    static OverviewPage open(ChromeDriver driver, Path html) {
        long start = System.nanoTime();
        driver.get(html.toUri().toString());
        return new OverviewPage(driver, Duration.ofNanos(System.nanoTime() - start));
    }

    /** From asking for the page until it has been loaded. */
    Duration loading() {
        return loading;
    }

    /** The text of the tables of verdicts. */
    String matrix() {
        return String.join(
                "\n",
                driver.findElements(By.cssSelector("table.verdict-matrix")).stream()
                        .map(WebElement::getText)
                        .toList());
    }

    /** Presses the tabulator until a cell of the matrix has the focus, at most so many times; how often it took. */
    int tabToTheMatrix(int most) {
        for (int presses = 1; presses <= most; presses++) {
            driver.switchTo().activeElement().sendKeys(Keys.TAB);
            if (is("return document.activeElement.closest('table.verdict-matrix') != null")) {
                return presses;
            }
        }
        throw new IllegalStateException("No cell of the matrix has the focus after " + most + " times Tab");
    }

    /** Whether one sees where the focus is. */
    boolean showsTheFocus() {
        return is("const s = getComputedStyle(document.activeElement);"
                + "return s.outlineStyle != 'none' && parseFloat(s.outlineWidth) >= 2");
    }

    /** Follows the link that has the focus; whether the test that it names is unfolded then. */
    boolean opensItsTest() {
        driver.switchTo().activeElement().sendKeys(Keys.ENTER);
        new WebDriverWait(driver, Duration.ofSeconds(10))
                .until(page -> is("return document.querySelector(':target').closest('details').open"));
        return true;
    }

    /** Widths of the open test's pictures as decoded; 0 for one that is not drawn. */
    List<Long> pictureWidths() {
        driver.executeScript("document.querySelectorAll(':target img').forEach(i => i.loading = 'eager')");
        new WebDriverWait(driver, Duration.ofSeconds(10))
                .until(page -> is("return [...document.querySelectorAll(':target img')].every(i => i.complete)"));
        return driver.findElements(By.cssSelector(":target img")).stream()
                .map(picture ->
                        (Long) ((JavascriptExecutor) driver).executeScript("return arguments[0].naturalWidth", picture))
                .toList();
    }

    /** Pictures that say nothing to those who do not see them. */
    long picturesWithoutWords() {
        return (Long) driver.executeScript("return [...document.images].filter(i => !i.alt).length");
    }

    /** Whether the page as a whole has to be scrolled sideways. */
    boolean isTooWide() {
        return is("return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    private boolean is(String script) {
        return Boolean.TRUE.equals(driver.executeScript(script));
    }
}
