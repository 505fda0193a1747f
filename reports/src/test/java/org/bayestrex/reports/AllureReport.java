/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.reports;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The report as its reader uses it: by clicking. */
final class AllureReport {

    private static final By SUITES = By.cssSelector("a.side-nav__link[href='#suites']");
    private static final By LEAF = By.cssSelector("a.node__leaf");
    /** The outermost group around a test that is not open yet. */
    private static final By CLOSED_GROUP =
            By.xpath("ancestor::div[contains(concat(' ', @class, ' '), ' node ') and not(contains(@class,"
                    + " 'node__expanded'))][last()]/div[contains(@class, 'node__title')]");

    private static final By DESCRIPTION = By.cssSelector(".description__text");

    /** The search's target is a parameter of the test, which Allure shows beside its name. */
    private static final Pattern SEARCH = Pattern.compile("confident in|confidence .* in|ambiguous");

    private final WebDriver driver;
    private final WebDriverWait wait;

    private AllureReport(WebDriver driver) {
        this.driver = driver;
        // Allure draws the tree anew with every click.
        this.wait = new WebDriverWait(driver, Duration.ofSeconds(30));
        wait.ignoring(StaleElementReferenceException.class);
    }

    static AllureReport open(WebDriver driver, Path html) {
        driver.get(html.toUri().toString());
        return new AllureReport(driver);
    }

    /** Waits until the first page is drawn. */
    void awaitOverview() {
        wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".widget")));
    }

    /** Clicks through the suites to the first search test. */
    WebElement clickToASearch() {
        return clickTo(AllureReport::isSearch);
    }

    /** Clicks through the suites to the overview of the run. */
    WebElement clickToTheRun() {
        return clickTo(leaf -> leaf.getDomProperty("textContent").contains("The run at a glance"));
    }

    private WebElement clickTo(Predicate<WebElement> wanted) {
        wait.until(ExpectedConditions.elementToBeClickable(SUITES)).click();
        String address = wait.until(page -> page.findElements(LEAF).stream()
                .filter(wanted)
                .findFirst()
                .map(leaf -> leaf.getDomAttribute("href"))
                .orElse(null));
        wait.until(page -> clickTowards(page.findElement(By.cssSelector("a.node__leaf[href='" + address + "']"))));
        return description();
    }

    /** One click: on the test once it is in view, until then on the outermost closed group around it. */
    private static boolean clickTowards(WebElement leaf) {
        if (leaf.isDisplayed()) {
            leaf.click();
            return true;
        }
        leaf.findElement(CLOSED_GROUP).click();
        return false;
    }

    /** The same test alone on the page, as on a small screen. */
    WebElement showAlone() {
        driver.get(driver.getCurrentUrl().replaceFirst("#suites/[^/]+/", "#testresult/"));
        driver.navigate().refresh();
        return description();
    }

    /** Unfolds a part of the description by the keyboard alone; its text. */
    String unfold(String title) {
        WebElement part = driver.findElement(
                By.xpath("//*[contains(@class,'description__text')]//details[summary[contains(.,'" + title + "')]]"));
        part.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);
        wait.until(page -> Boolean.TRUE.equals(run("return arguments[0].open", part)));
        return part.getText();
    }

    /** Opens an attachment that is a page; its text. */
    String openPage(String attachment) {
        wait.until(ExpectedConditions.elementToBeClickable(By.xpath(
                        "//*[contains(@class,'attachment-row')][.//*[contains(text(),'" + attachment + "')]]")))
                .click();
        WebElement frame =
                wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("iframe.attachment__iframe")));
        scrollTo(frame);
        driver.switchTo().frame(frame);
        String text = wait.until(ExpectedConditions.visibilityOfElementLocated(By.tagName("main")))
                .getText();
        driver.switchTo().defaultContent();
        return text;
    }

    /** Widths of the description's pictures as decoded; 0 for one that is not drawn. */
    List<Long> pictureWidths() {
        return driver.findElements(By.cssSelector(".description__text img")).stream()
                .map(picture -> (Long) run("return arguments[0].complete ? arguments[0].naturalWidth : 0", picture))
                .toList();
    }

    /** Scrolls so that an element is at the top. */
    void scrollTo(WebElement element) {
        run("arguments[0].scrollIntoView(true)", element);
    }

    private WebElement description() {
        return wait.until(ExpectedConditions.visibilityOfElementLocated(DESCRIPTION));
    }

    private static boolean isSearch(WebElement leaf) {
        return SEARCH.matcher(leaf.getDomProperty("textContent")).find();
    }

    private Object run(String script, WebElement element) {
        return ((JavascriptExecutor) driver).executeScript(script, element);
    }
}
