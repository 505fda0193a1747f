/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which model it was, for what is stored and read again later, on another machine perhaps.
 *
 * @param name see {@link Classifier#name()}
 * @param fingerprint see {@link Classifier#fingerprint()}; of a file it begins with its SHA-256
 */
public record ModelIdentity(String name, String fingerprint) {

    private static final Pattern HASH = Pattern.compile("SHA-256 ([0-9a-f]{64})");

    /** That of a classifier, as it is now. */
    public static ModelIdentity of(Classifier classifier) {
        return new ModelIdentity(classifier.name(), classifier.fingerprint());
    }

    /** That of a distribution, as it is now. */
    public static ModelIdentity of(DataDistribution distribution) {
        return new ModelIdentity(distribution.name(), distribution.fingerprint());
    }

    /** The hash of the model's file; empty where it has none. */
    public Optional<String> sha256() {
        Matcher matcher = HASH.matcher(fingerprint);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Whether it is the same model: by the files' hashes, whatever device and library they run on; where there is no file by
     * the fingerprints, and where there are none by the names.
     */
    public boolean isSameAs(ModelIdentity other) {
        if (sha256().isPresent() || other.sha256().isPresent()) {
            return sha256().equals(other.sha256());
        }
        boolean known = !fingerprint.isEmpty() && !other.fingerprint.isEmpty();
        return known ? fingerprint.equals(other.fingerprint) : name.equals(other.name);
    }

    /** For people: the name and what tells it from others of that name. */
    @Override
    public String toString() {
        return name
                + sha256().map(hash -> " (SHA-256 " + hash + ")")
                        .orElse(fingerprint.isEmpty() ? "" : " (" + fingerprint + ")");
    }
}
