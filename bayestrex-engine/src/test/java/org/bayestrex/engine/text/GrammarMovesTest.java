/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.PriorMove;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarMovesTest {

    private static final int PAIRS = 60_000;

    /** A point of the prior and the one that a move makes of it are as often this pair as that pair the other way round. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void moveThereAndBackEquallyOften(int number) {
        TextGrammar grammar = TextGrammarTest.remarks();
        PriorMove move = new GrammarMoves(grammar).all().get(number);
        PriorMove prior = new GrammarMoves(grammar).all().get(4);
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(9);
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i < PAIRS; i++) {
            double[] from = prior.propose(new double[grammar.latentSize()], random);
            double[] to = move.propose(from, random);
            pairs.merge(
                    grammar.sentence(from).text() + " > " + grammar.sentence(to).text(), 1, Integer::sum);
        }

        assertThat(pairs).hasSizeGreaterThanOrEqualTo(10);
        pairs.forEach((pair, count) -> {
            String[] ends = pair.split(" > ", -1);
            int back = pairs.getOrDefault(ends[1] + " > " + ends[0], 0);
            double deviation = Math.sqrt(count + back);
            assertThat(count - back + 0.).as(pair).isCloseTo(0, within(4.5 * deviation));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSwapExchangesTwoWordsOfOneSlot(long seed) {
        TextGrammar grammar = TextGrammarTest.remarks();
        PriorMove swap = new GrammarMoves(grammar).all().get(2);
        double[] latent =
                grammar.latent(new Sentence("", java.util.OptionalInt.empty(), 1, Map.of("first", 0, "last", 1)));

        double[] swapped = swap.propose(latent, RandomSource.XO_RO_SHI_RO_128_PP.create(seed));

        assertThat(grammar.sentence(swapped).text()).isEqualTo("though fine , it is dull");
        assertThat(grammar.labelOf(swapped)).hasValue(TextGrammarTest.NEGATIVE);
    }
}
