/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.file;

/**
 * Names of files and folders for whatever a test or a class is called: Latin letters, digits, dots and dashes, which every
 * file system takes, and short enough for all of them.
 */
public final class SafeName {

    private static final int LONGEST = 120;
    private static final int DIGITS = 10;

    private SafeName() {}

    /**
     * The text with every run of other characters replaced by a dash; where it is too long, its beginning and a hash of
     * all of it. Texts that differ in other characters only share a name.
     */
    public static String of(String text) {
        String safe = readable(text);
        return safe.length() <= LONGEST ? safe : cut(safe, LONGEST - DIGITS - 1) + "-" + Sha256.of(text, DIGITS);
    }

    /** The beginning of the text and a hash of all of it: texts that differ have different names, in any case. */
    public static String unique(String text) {
        return cut(readable(text), LONGEST - DIGITS - 1) + "-" + Sha256.of(text, DIGITS);
    }

    private static String readable(String text) {
        String safe = text.replaceAll("[^A-Za-z0-9._]+", "-").replaceAll("-$", "");
        return safe.startsWith(".") ? "-" + safe : safe; // neither hidden nor the folder above
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
