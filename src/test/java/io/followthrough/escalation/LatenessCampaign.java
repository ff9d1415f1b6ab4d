package io.followthrough.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.TestDatabase;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.platform.ShiftableClock;
import io.followthrough.postmortem.PostmortemKey;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How late rungs are: the application with its own settings and its job executor on, otherwise idle, and rungs planned
 * at instants that a clock running at its usual pace comes to one after the other. Lateness is from the planned instant
 * to when another connection hears of the committed escalation. Run by {@code mvn -Pcampaign test
 * -Dtest=LatenessCampaign}; the result is kept in {@code src/docs/benchmarks.md}.
 */
class LatenessCampaign {

    private static final Logger LOG = LoggerFactory.getLogger(LatenessCampaign.class);
    private static final int RUNGS = Integer.getInteger("campaign.rungs", 600);
    /** On average from a rung to the next. */
    private static final Duration BETWEEN = Duration.ofMillis(Integer.getInteger("campaign.between-millis", 500));

    private static final Duration GOAL = Duration.ofSeconds(1);
    private static final String CHANNEL = "reached";
    /** Of the row of the shipped table that asks the author of a P0 item to name an owner. */
    private static final Duration WORKING_HOURS = Duration.ofHours(4);

    @Test
    void isAtMostASecondLateAndNeverEarly() throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder()
                .sources(Class.forName("io.followthrough.FollowthroughApplication"))
                .run(
                        "--spring.datasource.url=" + TestDatabase.url("lateness_campaign"),
                        "--spring.datasource.username=" + TestDatabase.USER,
                        "--followthrough.try-it=true",
                        "--followthrough.data-dir=target/lateness",
                        "--followthrough.demo.enabled=false",
                        "--followthrough.sandbox.port=0",
                        "--server.port=0")) {
            ShiftableClock clock = (ShiftableClock) application.getBean(Clock.class);
            JdbcClient jdbc = application.getBean(JdbcClient.class);
            tellOfCommits(jdbc);
            Instant first = openItems(clock, jdbc, application.getBean(ActionItems.class));
            awaitTickets(jdbc);
            Map<Long, Instant> heard;
            try (Connection listener = listen()) {
                let(clock, first.plus(WORKING_HOURS).minusSeconds(5));
                heard = hear(listener, clock);
            }
            report(lateness(jdbc, heard), jdbc);
        }
    }

    private static void tellOfCommits(JdbcClient jdbc) {
        jdbc.sql("create or replace function tell_of_commit() returns trigger language plpgsql as $$ begin"
                        + " perform pg_notify('" + CHANNEL + "', new.id::text); return new; end $$")
                .update();
        jdbc.sql("create trigger tell_of_commit after insert on escalation for each row"
                        + " execute function tell_of_commit()")
                .update();
    }

    /** Opens each item at an instant of its own, while the clock leaps from one to the next, and returns the first. */
    private static Instant openItems(ShiftableClock clock, JdbcClient jdbc, ActionItems items) {
        LocalDate monday =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        Instant first = monday.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
        Random random = new Random(1);
        Instant at = first;
        for (int i = 0; i < RUNGS; i++) {
            PostmortemKey postmortem = proposal(jdbc, monday.plusDays(60));
            let(clock, at);
            items.open(postmortem);
            at = later(at.plusNanos((long) (2 * BETWEEN.toNanos() * random.nextDouble())), clock.instant());
        }
        return first;
    }

    private static PostmortemKey proposal(JdbcClient jdbc, LocalDate due) {
        Long number = jdbc.sql("insert into postmortem (number, title, author, status, revision, created_at,"
                        + " approved_by, approved_sha256, published_at, version) values"
                        + " (nextval('postmortem_number'), 'Outage', 'author', 'PUBLISHED', 1, now(), 'reviewer',"
                        + " 'none', now(), 0) returning number")
                .query(Long.class)
                .single();
        jdbc.sql("insert into action_item (id, postmortem, position, title, description, kind, priority,"
                        + " priority_proposed, owner, owner_proposed, due_date, due_date_proposed, done_in_document,"
                        + " status, due_date_cycle, version) values (?, ?, 1, 'Watch the disks', '', 'DETECT', 'P0',"
                        + " false, 'author', true, ?, false, false, 'PROPOSED', 1, 0)")
                .params("PM-" + number + "-1", number, due)
                .update();
        return new PostmortemKey(number);
    }

    /** Their tickets are made before, so that nothing else is done while the rungs come. */
    private static void awaitTickets(JdbcClient jdbc) {
        Awaitility.await("tickets")
                .atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> jdbc.sql("select count(*) from ticket where state = 'LINKED'")
                                .query(Integer.class)
                                .single()
                        == RUNGS);
    }

    private static Connection listen() throws SQLException {
        Connection connection =
                DriverManager.getConnection(TestDatabase.url("lateness_campaign"), TestDatabase.USER, "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        return connection;
    }

    private static Map<Long, Instant> hear(Connection listener, Clock clock) throws SQLException {
        Map<Long, Instant> heard = new HashMap<>();
        Instant giveUp = clock.instant().plus(BETWEEN.multipliedBy(2L * RUNGS)).plus(Duration.ofMinutes(2));
        while (heard.size() < RUNGS && clock.instant().isBefore(giveUp)) {
            PGNotification[] news = listener.unwrap(PGConnection.class).getNotifications(1000);
            Instant now = clock.instant();
            for (PGNotification one : news) {
                heard.put(Long.valueOf(one.getParameter()), now);
            }
        }
        return heard;
    }

    /** Of each rung, in their order. */
    private static List<Duration> lateness(JdbcClient jdbc, Map<Long, Instant> heard) {
        return jdbc
                .sql("select id, planned_at from escalation order by id")
                .query((row, number) ->
                        Duration.between(row.getTimestamp("planned_at").toInstant(), heard.get(row.getLong("id"))))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private static void report(List<Duration> lateness, JdbcClient jdbc) {
        Duration p99 = at(lateness, 0.99);
        String words =
                "%d rungs, one in %d ms: late by %d ms at the median, %d at p99, %d at most, %d at least; load %.1f"
                                .formatted(
                                        lateness.size(),
                                        BETWEEN.toMillis(),
                                        at(lateness, 0.5).toMillis(),
                                        p99.toMillis(),
                                        at(lateness, 1).toMillis(),
                                        at(lateness, 0).toMillis(),
                                        ManagementFactory.getOperatingSystemMXBean()
                                                .getSystemLoadAverage())
                        + " on " + Runtime.getRuntime().availableProcessors() + " processors";
        LOG.info(words);

        assertThat(lateness).as(words).hasSize(RUNGS).noneMatch(Duration::isNegative);
        assertThat(jdbc.sql("select count(*) from escalation where fired_at < planned_at")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(p99).as(words).isLessThanOrEqualTo(GOAL);
    }

    private static Duration at(List<Duration> sorted, double part) {
        return sorted.get((int) Math.max(0, Math.ceil(part * sorted.size()) - 1));
    }

    private static void let(ShiftableClock clock, Instant it) {
        clock.setOffset(Duration.between(Clock.systemUTC().instant(), it));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
