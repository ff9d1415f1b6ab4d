package io.followthrough.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.followthrough.IntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeMachineIT extends IntegrationTest {

    @AfterEach
    void forgetTheMove() {
        jdbc.update("delete from setting where name = 'time-machine-offset'");
    }

    @Test
    void movesTheEnginesClockWithOursAndRemembersIt() {
        Instant before = time.now();

        var answer = visitor("author").postForm("/time-machine/advance", Map.of("days", "7", "back", "/postmortems"));

        assertThat(answer.headers().firstValue("location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/postmortems"));
        Instant expected = before.plus(Duration.ofDays(7));
        assertThat(time.now()).isCloseTo(expected, within(30, ChronoUnit.SECONDS));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(expected, within(30, ChronoUnit.SECONDS));
        assertThat(jdbc.queryForObject("select value from setting where name = 'time-machine-offset'", String.class))
                .isEqualTo("PT168H");
    }

    @Test
    void movesOneDayOrSevenOnlyAndNeverBack() {
        var answer = visitor("author").postForm("/time-machine/advance", Map.of("days", "-7"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("1 day or 7 days");
        assertThat(time.now()).isCloseTo(Instant.now(), within(30, ChronoUnit.SECONDS));
    }

    @Test
    void leadsBackToPagesOfOursOnly() {
        var answer =
                visitor("author").postForm("/time-machine/advance", Map.of("days", "1", "back", "//elsewhere.example"));

        assertThat(answer.headers().firstValue("location"))
                .hasValueSatisfying(location -> assertThat(location).doesNotContain("elsewhere"));
    }

    @Test
    void strangersMoveNothing() {
        var answer = anybody().postForm("/time-machine/advance", Map.of("days", "1"));

        assertThat(answer.headers().firstValue("location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/login"));
        assertThat(time.now()).isCloseTo(Instant.now(), within(30, ChronoUnit.SECONDS));
    }
}
