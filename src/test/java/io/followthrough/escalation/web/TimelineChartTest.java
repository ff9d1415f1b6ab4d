package io.followthrough.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.escalation.web.TimelineChart.Series;
import io.followthrough.escalation.web.TimelineChart.Tick;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineChartTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

    @Test
    void showsEachDayOfAMonth() {
        TimelineChart chart = chart(LocalDate.of(2026, 10, 31), Map.of(LocalDate.of(2026, 10, 3), 7));

        assertThat(chart.unit()).isEqualTo("day");
        assertThat(chart.spans()).hasSize(31);
        assertThat(chart.spans().get(2).bars()).extracting("count").containsExactly(7, 0);
        assertThat(chart.ticks())
                .containsExactly(new Tick(0, 100), new Tick(2, 75), new Tick(4, 50), new Tick(6, 25), new Tick(8, 0));
        assertThat(chart.spans().get(2).bars().get(0).height()).isEqualTo(87.5);
    }

    @Test
    void showsTheWeeksOfAQuarterFromTheirMondays() {
        TimelineChart chart =
                chart(LocalDate.of(2026, 12, 31), Map.of(LocalDate.of(2026, 10, 5), 1, LocalDate.of(2026, 10, 11), 2));

        assertThat(chart.unit()).isEqualTo("week");
        assertThat(chart.spans()).hasSize(14);
        assertThat(chart.spans().get(0).first()).isEqualTo("2026-09-28");
        assertThat(chart.spans().get(1).bars().get(0).count()).isEqualTo(3);
    }

    @Test
    void showsTheMonthsOfTwoYears() {
        TimelineChart chart = chart(LocalDate.of(2028, 9, 30), Map.of());

        assertThat(chart.unit()).isEqualTo("month");
        assertThat(chart.spans()).hasSize(24);
        assertThat(chart.spans().get(0).name()).isEqualTo("2026-10");
    }

    @Test
    void leavesRoomForItsWordsHoweverLongItIs() {
        for (int days = 0; days < 731; days++) {
            TimelineChart chart = chart(FIRST.plusDays(days), Map.of());

            assertThat(chart.spans().stream().filter(span -> !span.label().isEmpty()))
                    .hasSizeBetween(1, 8);
            assertThat(chart.spans().stream()
                            .filter(span -> span.narrow() && !span.label().isEmpty()))
                    .hasSizeBetween(1, 4);
            assertThat(chart.spans()).hasSizeLessThanOrEqualTo(35);
        }
    }

    private static TimelineChart chart(LocalDate last, Map<LocalDate, Integer> perDay) {
        return TimelineChart.of(FIRST, last, List.of(new Series("tried", perDay), new Series("in force", Map.of())));
    }
}
