package io.followthrough.document.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private static final Phrases PHRASES = Phrases.of("went down", "was down", "didn’t help", "e.g. ");

    @Test
    void findsAPhraseWhateverItsCaseAndPlace() {
        assertThat(PHRASES.first("Went down at ten")).isZero();
        assertThat(PHRASES.first("The site WAS Down")).isEqualTo(9);
        assertThat(PHRASES.first("It didn’t help")).isEqualTo(3);
        assertThat(PHRASES.in("no e.g. ")).isTrue();
    }

    @Test
    void tellsWhereTheFirstOfThemBegins() {
        assertThat(PHRASES.first("it was down, then went down again")).isEqualTo(3);
    }

    @Test
    void findsNothingInPartsOfAPhrase() {
        assertThat(PHRASES.in("")).isFalse();
        assertThat(PHRASES.in("w")).isFalse();
        assertThat(PHRASES.in("it went dow")).isFalse();
        assertThat(PHRASES.in("went  down")).isFalse();
    }

    @Test
    void refusesWhatItCouldNeverFind() {
        assertThatThrownBy(() -> Phrases.of("Down")).hasMessageContaining("Down");
        assertThatThrownBy(() -> Phrases.of("@")).hasMessageContaining("@");
    }

    @Test
    void answersLikeTheSearchOfTheLanguage() {
        Random random = new Random(7);
        String letters = "aAbB’ .é";
        for (int round = 0; round < 20_000; round++) {
            String phrase = text(random, letters, 2 + random.nextInt(3)).toLowerCase(Locale.ROOT);
            String text = text(random, letters, random.nextInt(12));
            assertThat(Phrases.of(phrase).first(text))
                    .as("%s in %s", phrase, text)
                    .isEqualTo(text.toLowerCase(Locale.ROOT).indexOf(phrase));
        }
    }

    private static String text(Random random, String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
