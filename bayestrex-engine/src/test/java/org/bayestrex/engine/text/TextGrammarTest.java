/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class TextGrammarTest {

    static final int NEGATIVE = 0;
    static final int POSITIVE = 1;

    /** Two templates, a filler with a slot of its own, two opinions in one sentence. */
    static TextGrammar remarks() {
        return TextGrammar.builder("remarks")
                .classes("negative", "positive")
                .template("the {thing} was not {opinion}", LabelRule.not("opinion"))
                .template("though {first:opinion} , it is {last:opinion}", LabelRule.as("last"))
                .slot("thing", Filler.of("film"), new Filler("{size} plot", 3, LabelRule.none()))
                .slot("size", Filler.of("big"), Filler.of("small"))
                .slot(
                        "opinion",
                        Filler.of("dull", LabelRule.always(NEGATIVE)),
                        Filler.of("fine", LabelRule.always(POSITIVE)))
                .build();
    }

    private static Sentence sentence(int template, Map<String, Integer> choices) {
        TextGrammar grammar = remarks();
        Sentence wanted = new Sentence("", java.util.OptionalInt.empty(), template, choices);
        return grammar.sentence(grammar.latent(wanted));
    }

    @Test
    void fillsSlotsAndKnowsTheLabelByConstruction() {
        Sentence negated = sentence(0, Map.of("thing", 1, "thing/size", 0, "opinion", 0));

        assertThat(negated.text()).isEqualTo("the big plot was not dull");
        assertThat(negated.label()).hasValue(POSITIVE);
        assertThat(negated.choices()).isEqualTo(Map.of("thing", 1, "thing/size", 0, "opinion", 0));
    }

    @Test
    void givesEachNameAChoiceOfItsOwn() {
        Sentence conceded = sentence(1, Map.of("first", 0, "last", 1));

        assertThat(conceded.text()).isEqualTo("though dull , it is fine");
        assertThat(conceded.label()).hasValue(POSITIVE);
    }

    @Test
    void fillsASlotThatOccursTwiceAlike() {
        TextGrammar grammar = TextGrammar.builder("twice")
                .template("{word} is {word}", LabelRule.none())
                .slot("word", Filler.of("this"), Filler.of("that"))
                .build();

        assertThat(grammar.sentence(new double[] {0, -1}).text()).isEqualTo("this is this");
        assertThat(grammar.sentence(new double[] {0, -1}).label()).isEmpty();
        assertThat(grammar.labels()).isEmpty();
    }

    @Test
    void keepsWhatAnotherTemplateDoesNotUse() {
        TextGrammar grammar = remarks();

        // one latent for the template, and for opinion, thing, thing/size, first, last
        assertThat(grammar.latentSize()).isEqualTo(6);
        double[] latent = grammar.latent(sentence(0, Map.of("thing", 1, "thing/size", 1, "opinion", 1)));
        double[] other = latent.clone();
        other[0] = -other[0];
        assertThat(grammar.sentence(other).template()).isEqualTo(1);
        other[0] = latent[0];
        assertThat(grammar.sentence(other).text()).isEqualTo("the small plot was not fine");
    }

    @Test
    void choosesFillersAsOftenAsTheirWeightsSay() {
        TextGrammar grammar = remarks();
        var random = RandomSource.XO_RO_SHI_RO_128_PP.create(4);
        var move = new GrammarMoves(grammar).all().get(4);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            counts.merge(grammar.sentence(move.propose(new double[6], random)).text(), 1, Integer::sum);
        }

        // 1/2 for the template, 1/4 for the film, 1/2 for the opinion
        assertThat(counts.get("the film was not dull") / 20_000.).isCloseTo(1 / 16., within(.006));
        assertThat(counts.get("the big plot was not dull") / 20_000.).isCloseTo(3 / 32., within(.007));
        assertThat(counts.get("though dull , it is dull") / 20_000.).isCloseTo(1 / 8., within(.008));
        assertThat(counts).hasSize(10);
    }

    @Test
    void findsALongestSentence() {
        assertThat(remarks().longest(String::length)).isEqualTo("the small plot was not dull");
    }

    @Test
    void namesTemplateAndSlotThatAreUnknown() {
        var grammar = TextGrammar.builder("g")
                .template("the {thng}", LabelRule.none())
                .slot("thing", Filler.of("film"));

        assertThatThrownBy(grammar::build)
                .isInstanceOf(GrammarException.class)
                .hasMessage(
                        "The grammar g: template 1, \"the {thng}\": there is no slot named thng; there are [thing].");
    }

    @Test
    void namesTemplateAndSlotThatAreEmpty() {
        var grammar = TextGrammar.builder("g")
                .template("the {thing}", LabelRule.none())
                .slot("thing");

        assertThatThrownBy(grammar::build)
                .hasMessage(
                        "The grammar g: template 1, \"the {thing}\": nothing fills its slot thing; give it a filler or more.");
    }

    @Test
    void refusesSlotsWithinThemselves() {
        var grammar = TextGrammar.builder("g")
                .template("{a}", LabelRule.none())
                .slot("a", Filler.of("{b}"))
                .slot("b", Filler.of("x {a}"));

        assertThatThrownBy(grammar::build)
                .hasMessage("The grammar g: slot b, filler 1, \"x {a}\": its slot a is within itself, in [a, b].");
    }

    @Test
    void refusesSentencesWithoutAClassWhereThereAreClasses() {
        var grammar = TextGrammar.builder("g")
                .classes("bad", "good")
                .template("the {thing}", LabelRule.as("thing"))
                .slot("thing", Filler.of("film"));

        assertThatThrownBy(grammar::build)
                .hasMessage("The grammar g: slot thing, filler 1, \"film\": nothing says which class it belongs to; "
                        + "give it a label.");
    }

    @Test
    void refusesALabelOfASlotThatIsNotThere() {
        var grammar = TextGrammar.builder("g").classes("bad", "good").template("the film", LabelRule.not("opinion"));

        assertThatThrownBy(grammar::build)
                .hasMessage(
                        "The grammar g: template 1, \"the film\": its label is that of {opinion}, which it does not hold.");
    }

    @Test
    void refusesTheContraryOfMoreThanTwoClasses() {
        var grammar = TextGrammar.builder("g")
                .classes("bad", "so-so", "good")
                .template("{x}", LabelRule.not("x"))
                .slot("x", Filler.of("x", LabelRule.always(2)));

        assertThatThrownBy(grammar::build)
                .hasMessageContaining("\"not\" needs two classes, but there are [bad, so-so, good]");
    }

    @Test
    void refusesBracesThatAreNoSlot() {
        assertThatThrownBy(() -> TextGrammar.builder("g")
                        .template("{thing", LabelRule.none())
                        .build())
                .hasMessageContaining("template 1, \"{thing\": a brace begins or ends no slot");
    }

    @Test
    void refusesAWeightOfZero() {
        assertThatThrownBy(() -> new Filler("film", 0, LabelRule.none()))
                .hasMessage("The weight of \"film\" must be above 0 and finite, but is 0.0");
    }

    @Test
    void refusesASentenceOfAnotherGrammar() {
        assertThatThrownBy(() -> sentence(0, Map.of("music", 0))).hasMessage("The grammar remarks has no place music");
        assertThatThrownBy(() -> sentence(2, Map.of()))
                .hasMessage("a template of the grammar remarks is numbered 0 to 1, but 2 was given");
    }
}
