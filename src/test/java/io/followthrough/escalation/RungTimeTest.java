package io.followthrough.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.escalation.RungTime.Anchor;
import io.followthrough.escalation.RungTime.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RungTimeTest {

    @Test
    void readsWhatAManagerWrites() {
        assertThat(RungTime.of("Due")).isEqualTo(new RungTime(Anchor.DUE, 0, Unit.DAYS));
        assertThat(RungTime.of(" 1 business day before due "))
                .isEqualTo(new RungTime(Anchor.DUE, -1, Unit.BUSINESS_DAYS));
        assertThat(RungTime.of("4 working hours after created"))
                .isEqualTo(new RungTime(Anchor.CREATED, 4, Unit.WORKING_HOURS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "-1 days after due",
                "2 weeks after due",
                "1 day before created",
                "1 day after half-way",
                "4 working hours after due",
                "9999 days after due"
            })
    void refusesWhatCannotBe(String words) {
        assertThatThrownBy(() -> RungTime.of(words)).isInstanceOf(IllegalArgumentException.class);
    }
}
