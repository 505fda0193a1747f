/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.ArrayList;
import java.util.List;

/** What an experiment has to show, in order. */
final class Section {

    private final List<Block> blocks = new ArrayList<>();

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    Section paragraph(String text) {
        return add(new Block.Paragraph(text));
    }

    /** Nothing where there is no text. */
    Section bullets(List<String> texts) {
        return texts.isEmpty() ? this : add(new Block.Bullets(texts));
    }

    Section table(List<String> header, List<List<String>> rows) {
        return add(new Block.Table(header, rows));
    }

    Section figure(byte[] png, String caption) {
        return add(new Block.Figure(png, caption));
    }

    /** Says that a part was not run, and what it needs; nothing where nothing is missing. */
    Section missing(String part, List<String> files) {
        return files.isEmpty()
                ? this
                : paragraph(
                        "MISSING: %s was not run, for there is no %s.".formatted(part, String.join(", no ", files)));
    }

    /** All of another one after this. */
    Section append(Section other) {
        blocks.addAll(other.blocks);
        return this;
    }

    private Section add(Block block) {
        blocks.add(block);
        return this;
    }
}
