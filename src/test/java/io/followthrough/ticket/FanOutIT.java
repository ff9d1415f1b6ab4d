package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.followthrough.actionitem.ActionItem;
import io.followthrough.sandbox.Fault;
import io.followthrough.ticket.process.RunningLoop;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many tickets at once: as many requests as are allowed, none while the tracker wants peace. */
class FanOutIT extends WithTickets {

    private static final int CONCURRENCY = 20;
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void sendsNothingInsideAForbiddenWindowHoweverManyWorkersThereAre() {
        anItemWithATicket();
        sandbox.misbehave().webhooksOff(true);
        desk.round();
        reconciliation.run();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch arrived = new CountDownLatch(CONCURRENCY);
        sandbox.misbehave().plan((method, path) -> {
            refused.incrementAndGet();
            arrived.countDown();
            await(arrived);
            return Optional.of(Fault.THROTTLED_BY_GATEWAY);
        });
        List<ActionItem> opened = items.of(published(things(30)));

        try (RunningLoop loop = new RunningLoop(worker, desk, CONCURRENCY)) {
            Awaitility.await()
                    .atMost(SOON)
                    .until(() ->
                            opened.stream().allMatch(item -> ticket(item.id()).delayedUntil() != null));
        }

        assertThat(refused)
                .as("requests that had all left before the first answer")
                .hasValue(CONCURRENCY);
        time.tick(Duration.ofSeconds(45));
        try (RunningLoop restarted = new RunningLoop(worker, desk, CONCURRENCY)) {
            worker.drain();
            desk.round();
        }
        assertThat(refused).as("requests within the window").hasValue(CONCURRENCY);

        sandbox.misbehave().reset();
        time.tick(Duration.ofMinutes(2));
        worker.drain();
        opened.forEach(item -> only(item.id()));
    }

    @Test
    void holdsNoConnectionToTheDatabaseWhileRequestsAreUnderWay(@Autowired DataSource database) throws SQLException {
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        CountDownLatch arrived = new CountDownLatch(CONCURRENCY);
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        sandbox.misbehave().plan((method, path) -> {
            if (CREATE.equals(method + " " + path)) {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                arrived.countDown();
                await(answered);
                underWay.decrementAndGet();
            }
            return Optional.empty();
        });
        List<ActionItem> opened = items.of(published(things(30)));

        try (RunningLoop loop = new RunningLoop(worker, desk, CONCURRENCY)) {
            await(arrived);
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
            answered.countDown();
            Awaitility.await()
                    .atMost(SOON)
                    .until(() ->
                            opened.stream().allMatch(item -> ticket(item.id()).state() == TicketState.LINKED));
        } finally {
            answered.countDown();
        }

        assertThat(most).hasValue(CONCURRENCY);
        opened.forEach(item -> only(item.id()));
    }

    private static String[] things(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(n -> "Fix the thing number " + n)
                .toArray(String[]::new);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
