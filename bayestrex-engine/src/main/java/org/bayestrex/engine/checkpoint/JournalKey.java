/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bayestrex.engine.file.Sha256;

/**
 * All that a search's questions and their answers depend on, part by part: a journal is of use to no
 * search of which any part differs.
 *
 * @param parts from names to values, such as "seed" to "7"
 */
public record JournalKey(SortedMap<String, String> parts) {

    private static final int HASH_BYTES = 16;

    public JournalKey {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** A key of the given parts. */
    public static JournalKey of(Map<String, String> parts) {
        return new JournalKey(new TreeMap<>(parts));
    }

    /** The first 128 bits of the parts' SHA-256, as 32 hexadecimal digits. */
    public String hash() {
        MessageDigest digest = Sha256.digest();
        parts.forEach((name, value) -> {
            Sha256.add(digest, name);
            Sha256.add(digest, value);
        });
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    /** Names of the parts in which two keys differ. */
    public SortedSet<String> differences(JournalKey other) {
        SortedSet<String> names = new TreeSet<>(parts.keySet());
        names.addAll(other.parts.keySet());
        names.removeIf(name -> Objects.equals(parts.get(name), other.parts.get(name)));
        return names;
    }
}
