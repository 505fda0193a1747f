/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bayestrex.engine.target.Interpolated;
import org.bayestrex.junit.report.chart.FilmStripPicture;
import org.bayestrex.junit.report.choice.FilmStrip;
import org.bayestrex.junit.report.page.Drawing;
import org.bayestrex.junit.report.page.Guide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("Allure's lifecycle")
class AllureSinkTest {

    @Test
    void showsVerdictAndPicturesInTheDescription() {
        // given
        Written written = new Written();
        // when
        written.whileATestRuns(() -> new AllureSink().publish(Bars.uprightOnes().report(Checks.PASSED)));
        // then
        TestResult result = written.results.get(0);
        assertThat(result.getDescriptionHtml()).contains("✔ PASS", "data:image/png;base64,");
        assertThat(result.getLabels())
                .extracting(Label::getName, Label::getValue)
                .contains(tuple("tag", "PASS"));
        assertThat(result.getParameters())
                .extracting(Parameter::getName, Parameter::getValue, Parameter::getExcluded)
                .containsExactly(
                        tuple("looked for", "confident in 0", true),
                        tuple("model under test", "slant-1.2.pt", true),
                        tuple("data distribution", "bars.pt", true),
                        tuple("seed", "7", true));
    }

    @Test
    void attachesPicturesAndData() {
        // given
        Written written = new Written();
        // when
        written.whileATestRuns(() -> new AllureSink().publish(Bars.uprightOnes().report(Checks.PASSED)));
        // then
        assertThat(written.results.get(0).getAttachments())
                .extracting(Attachment::getName, Attachment::getType)
                .containsExactly(
                        tuple("Findings (contact sheet)", "image/png"),
                        tuple("Confidence in each class", "image/png"),
                        tuple("Latent space (where the draws stand apart)", "image/png"),
                        tuple("Chains (trace plot)", "image/png"),
                        tuple("Chains (rank plot)", "image/png"),
                        tuple("Effective draws", "image/png"),
                        tuple(Guide.NAME, "text/html"),
                        tuple("Diagnostics of each latent", "text/csv"),
                        tuple("Diagnostics of each chain", "text/csv"),
                        tuple("Findings", "application/json"));
        assertThat(written.files)
                .hasSize(10)
                .allSatisfy((name, bytes) -> assertThat(bytes).isNotEmpty());
    }

    @Test
    void noPictureIsBothShownAndAttached() {
        // given
        Interpolated half = Interpolated.between(0, 2).at(.5);
        Bars bars = Bars.of(half).around(Math.PI / 4);
        FilmStrip strip =
                new FilmStrip("upright", "slanted", 3, List.of(), Path.of("strip.png")).with(half, bars.findings());
        Written written = new Written();
        // when
        written.whileATestRuns(() -> new AllureSink().publish(bars.report(strip)));
        // then
        List<String> shown = Pattern.compile("base64,([^\"]+)")
                .matcher(written.results.get(0).getDescriptionHtml())
                .results()
                .map(match -> match.group(1))
                .toList();
        String drawn = Base64.getEncoder()
                .encodeToString(
                        Drawing.of(() -> FilmStripPicture.of(strip)).png().orElseThrow());
        assertThat(shown).contains(drawn).doesNotHaveDuplicates();
        assertThat(written.files.values())
                .map(Base64.getEncoder()::encodeToString)
                .hasSizeGreaterThan(8)
                .doesNotContainAnyElementsOf(shown);
    }

    @Test
    void aGuideSaysWhatGoodPlotsAndTheWordsAre() {
        // given
        Written written = new Written();
        // when
        written.whileATestRuns(() -> new AllureSink().publish(Bars.uprightOnes().report(Checks.PASSED)));
        // then
        Attachment guide = written.results.get(0).getAttachments().stream()
                .filter(attachment -> attachment.getName().equals(Guide.NAME))
                .findFirst()
                .orElseThrow();
        assertThat(new String(written.files.get(guide.getSource()), UTF_8))
                .contains("Chains (rank plot):", "A good one has flat bars", "id=\"glossary-r-hat\"");
        assertThat(written.results.get(0).getDescriptionHtml()).contains("attachment " + Guide.NAME);
    }

    @Test
    void showsNumbersWhereThereIsNothingToDraw() {
        // given
        Written written = new Written();
        // when
        written.whileATestRuns(
                () -> new AllureSink().publish(Bars.uprightOnes().draws(0, 0).report()));
        // then
        assertThat(written.results.get(0).getDescriptionHtml()).contains("NOTHING CHECKED");
        assertThat(written.files).hasSize(4);
    }

    @Test
    void doesNothingWhereAllureDoesNotListen() {
        // given
        Written written = new Written();
        // when
        written.listening(
                lifecycle -> new AllureSink().publish(Bars.uprightOnes().report()));
        // then
        assertThat(written.results).isEmpty();
        assertThat(written.files).isEmpty();
    }

    @Test
    void doesNothingWhereAllureIsNotOnTheClassPath() throws Exception {
        // given
        URL[] withoutAllure = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("allure-"))
                .map(AllureSinkTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(withoutAllure, ClassLoader.getPlatformClassLoader())) {
            Class<?> sinkClass = loader.loadClass(AllureSink.class.getName());
            Object sink = sinkClass.getConstructor().newInstance();
            // when
            assertThatCode(() -> sinkClass
                            .getMethod("publish", loader.loadClass(TestReport.class.getName()))
                            .invoke(sink, new Object[] {null}))
                    // then
                    .doesNotThrowAnyException();
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What Allure would have written to its folder. */
    private static final class Written implements AllureResultsWriter {

        private final List<TestResult> results = new ArrayList<>();
        private final Map<String, byte[]> files = new LinkedHashMap<>();

        void whileATestRuns(Runnable test) {
            listening(lifecycle -> {
                lifecycle.scheduleTestCase(new TestResult().setUuid("test"));
                lifecycle.startTestCase("test");
                test.run();
                lifecycle.stopTestCase("test");
                lifecycle.writeTestCase("test");
            });
        }

        void listening(Consumer<AllureLifecycle> body) {
            AllureLifecycle before = Allure.getLifecycle();
            AllureLifecycle own = new AllureLifecycle(this);
            Allure.setLifecycle(own);
            try {
                body.accept(own);
            } finally {
                Allure.setLifecycle(before);
            }
        }

        @Override
        public void write(TestResult result) {
            results.add(result);
        }

        @Override
        public void write(TestResultContainer container) {
            // none is made
        }

        @Override
        public void write(String source, InputStream attachment) {
            try (attachment) {
                files.put(source, attachment.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
