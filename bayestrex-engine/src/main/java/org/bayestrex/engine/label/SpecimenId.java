/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bayestrex.engine.file.Sha256;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;

/**
 * What a generated input is called when people label it: ten hexadecimal digits that depend on both models and on the
 * latent point, as the float that the generator is given. The same search gives the same names when it is run again;
 * among 10,000 inputs two share a name by chance once in about 8,000 cases.
 *
 * <p>The first digit is a letter: spreadsheets would read 1234567890 or 12345e6789 as a number and write another one.
 */
public final class SpecimenId {

    private static final int DIGITS = 10;
    private static final String LETTERS = "abcdef";

    private final byte[] models;

    /** Names for the inputs of a distribution that are found with a classifier. */
    public SpecimenId(Classifier classifier, DataDistribution distribution) {
        MessageDigest digest = Sha256.digest();
        Sha256.add(digest, classifier.name());
        Sha256.add(digest, classifier.fingerprint());
        Sha256.add(digest, distribution.name());
        Sha256.add(digest, distribution.fingerprint());
        this.models = digest.digest();
    }

    /** The name of the input at a latent point, length d. */
    public String of(double[] latent) {
        ByteBuffer bytes = ByteBuffer.allocate(latent.length * Float.BYTES);
        for (double z : latent) {
            bytes.putInt(Float.floatToIntBits((float) z));
        }
        MessageDigest digest = Sha256.digest();
        digest.update(models);
        byte[] hash = digest.digest(bytes.array());
        return LETTERS.charAt(Math.floorMod(hash[hash.length - 1], LETTERS.length()))
                + HexFormat.of().formatHex(hash).substring(0, DIGITS - 1);
    }
}
