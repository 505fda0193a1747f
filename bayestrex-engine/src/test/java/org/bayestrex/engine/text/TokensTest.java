/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bayestrex.engine.model.TextPart;
import org.junit.jupiter.api.Test;

/** {@link Tokens}: each token by itself, and the sentence without it. */
class TokensTest {

    private static final TextEncoding PIECES = new Pieces();

    @Test
    void theRestMovesTogetherAndIsPaddedAgain() {
        // given: the first and the last token are the model's
        int[] tokens = PIECES.encode("[ a film .");
        // when
        List<TextPart> parts = new Tokens(PIECES, tokens).parts();
        // then
        assertThat(parts).extracting(TextPart::text).containsExactly("a", " film", ".");
        assertThat(parts.get(0).without().toArray()).containsExactly(1, 3, 5, 0, 0, 0);
        assertThat(parts.get(1).without().toArray()).containsExactly(1, 2, 5, 0, 0, 0);
        assertThat(parts.get(2).without().toArray()).containsExactly(1, 2, 3, 0, 0, 0);
    }

    @Test
    void whatContinuesAWordHasNoSpaceBeforeIt() {
        List<TextPart> parts = new Tokens(PIECES, PIECES.encode("a film ##ed film")).parts();

        assertThat(parts).extracting(TextPart::text).containsExactly("a", " film", "ed", " film");
    }

    @Test
    void aFullSentenceLosesOneTokenToPadding() {
        List<TextPart> parts = new Tokens(PIECES, PIECES.encode("a a film film a a")).parts();

        assertThat(parts).hasSize(6);
        assertThat(parts.get(2).without().toArray()).containsExactly(2, 2, 3, 2, 2, 0);
    }

    @Test
    void ofAloneTokenNothingWouldBeLeft() {
        assertThat(new Tokens(PIECES, PIECES.encode("film")).parts()).isEmpty();
    }

    @Test
    void aTokenThatIsReadAsNothingIsSpecialUnlessSaidOtherwise() {
        assertThat(PIECES.isSpecial(1)).isTrue();
        assertThat(PIECES.isSpecial(2)).isFalse();
    }

    /** Pieces of words, one that continues a word begins with ##; [ is the model's and not read; no space before a full stop. */
    private static final class Pieces implements TextEncoding {

        private static final List<String> KNOWN = List.of("", "[", "a", "film", "##ed", ".");

        @Override
        public int[] encode(String sentence) {
            return Arrays.stream(sentence.split(" ", -1))
                    .mapToInt(KNOWN::indexOf)
                    .toArray();
        }

        @Override
        public String decode(int[] tokens) {
            return Arrays.stream(tokens)
                    .mapToObj(KNOWN::get)
                    .filter(piece -> !piece.equals("["))
                    .collect(Collectors.joining(" "))
                    .replace(" ##", "")
                    .replace(" .", ".");
        }

        @Override
        public int limit() {
            return 6;
        }
    }
}
