/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A filler's text, cut at its slots.
 *
 * @param all in their order
 */
record Parts(List<Part> all) {

    private static final Pattern SLOT = Pattern.compile("\\{(?:([\\w -]+):)?([\\w -]+)}");

    /** Words, or a slot. */
    sealed interface Part {}

    /** Words as they are. */
    record Words(String text) implements Part {}

    /**
     * A slot.
     *
     * @param name by which the choice is known here; that of the slot where none is given
     * @param slot what may stand here
     */
    record Gap(String name, String slot) implements Part {}

    static Parts of(String text) {
        List<Part> all = new ArrayList<>();
        Matcher matcher = SLOT.matcher(text);
        int from = 0;
        while (matcher.find()) {
            words(all, text.substring(from, matcher.start()));
            String slot = matcher.group(2);
            all.add(new Gap(matcher.group(1) == null ? slot : matcher.group(1), slot));
            from = matcher.end();
        }
        words(all, text.substring(from));
        return new Parts(List.copyOf(all));
    }

    private static void words(List<Part> all, String words) {
        if (words.contains("{") || words.contains("}")) {
            throw new IllegalArgumentException(
                    "a brace begins or ends no slot; slots are written {name} or {own name:name}");
        }
        if (!words.isEmpty()) {
            all.add(new Words(words));
        }
    }

    /** The slots, each once. */
    List<Gap> gaps() {
        return all.stream()
                .filter(Gap.class::isInstance)
                .map(Gap.class::cast)
                .distinct()
                .toList();
    }

    /** The whole text, with what fills each slot. */
    String filled(Function<Gap, String> filling) {
        return all.stream()
                .map(part -> part instanceof Words words ? words.text() : filling.apply((Gap) part))
                .collect(Collectors.joining());
    }
}
