package io.followthrough.document.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
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
        assertThatThrownBy(() -> Phrases.of("ab")).hasMessageContaining("ab");
    }

    @Test
    void answersLikeTheSearchOfTheLanguage() {
        Random random = new Random(7);
        String letters = "aAbB’ .é";
        for (int round = 0; round < 20_000; round++) {
            String[] phrases = new String[1 + random.nextInt(6)];
            for (int i = 0; i < phrases.length; i++) {
                phrases[i] = text(random, letters, 3 + random.nextInt(4)).toLowerCase(Locale.ROOT);
            }
            String text = text(random, letters, random.nextInt(30));
            Phrases sought = Phrases.of(phrases);
            int expected = first(text.toLowerCase(Locale.ROOT), phrases);
            assertThat(sought.first(text))
                    .as("%s in %s", List.of(phrases), text)
                    .isEqualTo(expected);
            assertThat(sought.begin(text))
                    .as("%s before %s", List.of(phrases), text)
                    .isEqualTo(expected == 0);
        }
    }

    @Test
    void knowsMorePhrasesThanItHasPlacesFor() {
        String[] phrases = new String[1000];
        for (int i = 0; i < phrases.length; i++) {
            phrases[i] = "no. %03d".formatted(i);
        }
        Phrases sought = Phrases.of(phrases);
        for (String phrase : phrases) {
            assertThat(sought.first("It was " + phrase)).as(phrase).isEqualTo(7);
        }
        assertThat(sought.in("no. 12")).isFalse();
    }

    private static int first(String text, String... phrases) {
        return Arrays.stream(phrases)
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
    }

    private static String text(Random random, String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
