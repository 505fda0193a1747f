/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.label.PeoplesLabels;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.input.ContactSheet;
import org.bayestrex.junit.report.input.InputView;
import org.bayestrex.junit.report.page.Csv;
import org.bayestrex.junit.report.picture.Palette;
import org.bayestrex.junit.report.picture.Picture;

/**
 * What people need to label findings: each input with its id, and a table to write the labels into. A random part of the
 * findings, in random order, without what the model says of them: whoever knows that sees it in the picture too.
 *
 * @param findings of the search
 * @param oracle the labels that are there already
 * @param samples of different ids
 */
record LabelForm(Findings findings, PeoplesLabels oracle, List<Sample> samples) {

    /** As many as one labels in a sitting. */
    static final int MOST = 100;

    private static final int COLUMNS = 8;
    private static final int CAPTION = 22;

    /** The form, or empty where nobody asked for people's labels, or there is nothing to label. */
    static Optional<LabelForm> of(Findings findings) {
        return findings.spec().oracles().stream()
                .filter(PeoplesLabels.class::isInstance)
                .map(PeoplesLabels.class::cast)
                .map(oracle -> new LabelForm(findings, oracle, anyOf(findings)))
                .filter(form -> !form.samples.isEmpty())
                .findFirst();
    }

    /** Ids are hashes: in their order, the first are any. */
    private static List<Sample> anyOf(Findings findings) {
        Map<String, Sample> byId = new LinkedHashMap<>();
        findings.inLevelSet().forEach(sample -> byId.putIfAbsent(sample.id(), sample));
        return byId.values().stream()
                .sorted(Comparator.comparing(Sample::id))
                .limit(MOST)
                .toList();
    }

    /** The table, with the labels that are there. */
    String csv() {
        InputView view = InputView.of(findings);
        boolean text = view.isText(findings);
        Csv csv = text ? new Csv().row("id", "label", "sentence") : new Csv().row("id", "label");
        for (Sample sample : samples) {
            OptionalInt label = sample.labels().getOrDefault(oracle.name(), OptionalInt.empty());
            String name = label.isPresent() ? nameOf(label.getAsInt()) : "";
            if (text) {
                csv.row(sample.id(), name, view.sentence(sample.input()).orElse(""));
            } else {
                csv.row(sample.id(), name);
            }
        }
        return csv.toString();
    }

    private String nameOf(int label) {
        return label == LabelOracle.NONE ? PeoplesLabels.NO_CLASS : findings.label(label);
    }

    /** The inputs with their ids, or empty where they are no pictures. */
    Optional<BufferedImage> sheet() {
        List<BufferedImage> pictures = samples.stream()
                .flatMap(sample -> Picture.of(sample.input()).stream())
                .toList();
        if (pictures.size() < samples.size()) {
            return Optional.empty();
        }
        int width = pictures.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow() + ContactSheet.GAP;
        int height = pictures.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow() + CAPTION;
        int rows = (pictures.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = new BufferedImage(
                COLUMNS * width + ContactSheet.MARGIN,
                rows * height + 2 * ContactSheet.MARGIN,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setColor(Palette.INK);
        graphics.setFont(Palette.font(Font.PLAIN, 13));
        for (int i = 0; i < pictures.size(); i++) {
            int left = ContactSheet.MARGIN + i % COLUMNS * width;
            int top = ContactSheet.MARGIN + i / COLUMNS * height;
            graphics.drawImage(pictures.get(i), left, top, null);
            graphics.drawString(samples.get(i).id(), left, top + height - CAPTION + 15);
        }
        graphics.dispose();
        return Optional.of(sheet);
    }
}
