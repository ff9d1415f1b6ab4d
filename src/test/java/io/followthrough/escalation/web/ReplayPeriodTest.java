package io.followthrough.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.platform.InvalidInputException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReplayPeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 2, 10);

    @Test
    void isTheLastQuarterUnlessSomebodyAsksForAnother() {
        assertThat(ReplayPeriod.of("", null, null, TODAY))
                .isEqualTo(ReplayPeriod.of("last-quarter", null, null, TODAY))
                .extracting(ReplayPeriod::first, ReplayPeriod::last)
                .containsExactly(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31));
        assertThat(ReplayPeriod.of("this-quarter", null, null, TODAY).first()).isEqualTo("2027-01-01");
        assertThat(ReplayPeriod.of("last-90-days", null, null, TODAY).first()).isEqualTo("2026-11-13");
    }

    @Test
    void endsTodayAtTheLatest() {
        assertThat(ReplayPeriod.of("", TODAY.minusDays(3), TODAY.plusDays(9), TODAY)
                        .last())
                .isEqualTo(TODAY);
    }

    @Test
    void refusesDaysThatAreNoneAndTooMany() {
        assertThatThrownBy(() -> ReplayPeriod.of("", TODAY, TODAY.minusDays(1), TODAY))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ReplayPeriod.of("", TODAY.plusDays(1), TODAY.plusDays(2), TODAY))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ReplayPeriod.of("", TODAY.minusYears(3), TODAY, TODAY))
                .isInstanceOf(InvalidInputException.class);
    }
}
