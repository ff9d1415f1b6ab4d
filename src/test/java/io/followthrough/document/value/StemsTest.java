package io.followthrough.document.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StemsTest {

    private final Stems stems = Stems.of("careless lack he", "lacklustre dba");

    @ParameterizedTest
    @ValueSource(
            strings = {"Careless", "so CAREFUL", "a lack of it", "(lacking)", "\"he\"", "and he", "He forgot", "x-he"})
    void findWordsThatBeginAlike(String text) {
        assertThat(stems.in(text) & 1).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "car", "black", "uncareful", "the", "here", "she", "c a r e", "ça re"})
    void passOverOthers(String text) {
        assertThat(stems.in(text)).isZero();
    }

    @Test
    void tellGroupsApart() {
        assertThat(stems.in("the DBA")).isEqualTo(2);
        assertThat(stems.in("he lacks it")).isEqualTo(3);
    }
}
