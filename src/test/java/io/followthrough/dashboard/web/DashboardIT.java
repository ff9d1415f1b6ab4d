package io.followthrough.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Settlement;
import io.followthrough.dashboard.Dashboard;
import io.followthrough.dashboard.Week;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The numbers of the dashboard against a count of our own. */
class DashboardIT extends WithPostmortems {

    @Autowired
    private ActionItems items;

    @Autowired
    private Dashboard dashboard;

    private record Row(String owner, String status, LocalDate due, LocalDate settled) {}

    @Test
    void countsWhatThereIs() {
        String number = published("Watch the disks", "Order disks", "Write down how disks are changed");
        patch(script("manager"), number + "-1", "{\"due\":\"" + time.today().plusDays(1) + "\"}");
        patch(script("manager"), number + "-2", "{\"due\":\"" + time.today().plusDays(8) + "\"}");
        items.settle(number + "-3", Settlement.DONE, "author", "Done");
        time.tick(Duration.ofDays(3));

        JsonNode numbers = api("/api/dashboard").path("numbers");

        LocalDate today = time.today();
        assertThat(numbers.path("open").asLong())
                .isEqualTo(count(row -> open(row)))
                .isPositive();
        assertThat(numbers.path("overdue").asLong())
                .isEqualTo(count(row -> open(row) && row.due().isBefore(today)))
                .isPositive();
        assertThat(numbers.path("dueSoon").asLong())
                .isEqualTo(count(row ->
                        open(row) && !row.due().isBefore(today) && !row.due().isAfter(today.plusDays(7))))
                .isPositive();
        long settled = count(row -> row.settled() != null);
        long onTime = count(row -> row.settled() != null && !row.settled().isAfter(row.due()));
        assertThat(numbers.path("settled").asLong()).isEqualTo(settled).isPositive();
        assertThat(numbers.path("settledOnTimePercent").asLong()).isEqualTo(onTime * 100 / settled);
    }

    @Test
    void countsTheWeeksWithTheirFirstAndLastDay() {
        String number = published("Watch the disks");
        items.settle(number + "-1", Settlement.DONE, "author", "Done");
        LocalDate monday = time.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

        List<Week> weeks = dashboard.weeks(3);

        assertThat(weeks).extracting(Week::monday).containsExactly(monday.minusWeeks(2), monday.minusWeeks(1), monday);
        assertThat(weeks.get(2).settled())
                .isEqualTo((int) count(row -> row.settled() != null
                        && !row.settled().isBefore(monday)
                        && row.settled().isBefore(monday.plusWeeks(1))))
                .isPositive();
        assertThat(weeks.get(2).opened()).isPositive();
    }

    @Test
    void countsByOwnerWhatItCountsInAll() {
        published("Watch the disks", "Order disks");

        JsonNode overview = api("/api/dashboard");

        for (JsonNode owner : overview.path("owners")) {
            String id = owner.path("owner").asText();
            assertThat(owner.path("open").asLong())
                    .as(id)
                    .isEqualTo(count(row -> open(row) && row.owner().equals(id)));
        }
        assertThat(overview.path("owners").findValues("open").stream()
                        .mapToLong(JsonNode::asLong)
                        .sum())
                .isEqualTo(overview.path("numbers").path("open").asLong());
    }

    @Test
    void showsHowFarAPostmortemIs() {
        String number = published("Watch the disks", "Order disks");
        items.settle(number + "-1", Settlement.WONT_DO, "manager", "Not worth it");

        assertThat(visitor("author").get("/postmortems?q=" + number).body()).contains("1 of 2");
    }

    private long count(Predicate<Row> condition) {
        List<Row> rows = jdbc.query(
                "select owner, status, due_date, settled_at from action_item",
                (row, number) -> new Row(
                        row.getString("owner"),
                        row.getString("status"),
                        row.getObject("due_date", LocalDate.class),
                        row.getTimestamp("settled_at") == null
                                ? null
                                : LocalDate.ofInstant(
                                        row.getTimestamp("settled_at").toInstant(), ZoneOffset.UTC)));
        return rows.stream().filter(condition).count();
    }

    private static boolean open(Row row) {
        return row.status().equals("OPEN");
    }
}
