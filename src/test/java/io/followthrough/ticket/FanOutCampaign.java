package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.sandbox.SandboxIssue;
import io.followthrough.ticket.process.RunningLoop;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long many tickets take when each request does, beside one request in each thread of the engine's job executor. Run
 * by {@code mvn -Pcampaign test -Dtest=FanOutCampaign}; the result is kept in {@code src/docs/benchmarks.md}.
 */
class FanOutCampaign extends WithTickets {

    private static final Logger LOG = LoggerFactory.getLogger(FanOutCampaign.class);
    private static final int TICKETS = Integer.getInteger("campaign.tickets", 1000);
    private static final int NAIVE_TICKETS = Integer.getInteger("campaign.naive-tickets", TICKETS / 5);
    private static final int CONCURRENCY = 20;
    /** Of the engine's job executor, unless it is told otherwise. */
    private static final int JOB_THREADS = 3;

    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final int PER_POSTMORTEM = 50;

    @Test
    void comesCloseToTheIdeal() {
        warmUp();
        List<String> naive = items(NAIVE_TICKETS);
        Took oneByOne = take(
                naive,
                JOB_THREADS,
                () -> inThreads(JOB_THREADS, () -> {
                    while (made(naive) < naive.size()) {
                        worker.drain();
                    }
                }));
        List<String> ids = items(TICKETS);
        Took fannedOut = fanOut(ids);

        String words = "%s; beside it %s: %.1f times as many per second; load of the machine %.1f on %d processors"
                .formatted(
                        fannedOut.words(),
                        oneByOne.words(),
                        fannedOut.perSecond() / oneByOne.perSecond(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.getRuntime().availableProcessors());
        LOG.info(words);

        assertThat(fannedOut.perSecond()).as(words).isGreaterThan(2 * oneByOne.perSecond());
    }

    /** How long so many tickets took with so many requests at a time. */
    private record Took(int tickets, int concurrency, Duration time) {

        double perSecond() {
            return tickets * 1e9 / time.toNanos();
        }

        String words() {
            double ideal = tickets * LATENCY.toMillis() / 1000.0 / concurrency;
            return "%d tickets, %d at a time, in %.2f s, %.1f per second, ideally %.2f s, %.2f of the ideal"
                    .formatted(
                            tickets,
                            concurrency,
                            time.toMillis() / 1000.0,
                            perSecond(),
                            ideal,
                            ideal * 1e9 / time.toNanos());
        }
    }

    /** Until the last ticket is made: what the loop reads afterwards, before it stops, is not part of it. */
    private Took fanOut(List<String> ids) {
        List<RunningLoop> loops = new ArrayList<>();
        try {
            return take(ids, CONCURRENCY, () -> {
                loops.add(new RunningLoop(worker, desk, CONCURRENCY));
                Awaitility.await()
                        .atMost(Duration.ofMinutes(10))
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> made(ids) == ids.size());
            });
        } finally {
            loops.forEach(RunningLoop::close);
        }
    }

    private Took take(List<String> ids, int concurrency, Runnable work) {
        sandbox.misbehave().webhooksOff(true).latency(LATENCY);
        long started = System.nanoTime();
        work.run();
        Duration time = Duration.ofNanos(System.nanoTime() - started);
        sandbox.misbehave().latency(Duration.ZERO);
        countInTheTracker(ids);
        return new Took(ids.size(), concurrency, time);
    }

    /** Each exactly once, by the titles of the items and not by what we wrote down. */
    private void countInTheTracker(List<String> ids) {
        Map<String, Long> made =
                sandbox.issues().stream().collect(Collectors.groupingBy(SandboxIssue::summary, Collectors.counting()));
        assertThat(ids).allMatch(id -> Long.valueOf(1).equals(made.get(item(id).title())));
    }

    private void warmUp() {
        List<String> few = items(CONCURRENCY * 15);
        try (RunningLoop loop = new RunningLoop(worker, desk, CONCURRENCY)) {
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> made(few) == few.size());
        }
    }

    private long made(List<String> ids) {
        return jdbc.queryForObject(
                "select count(*) from ticket where state = 'LINKED' and action_item = any (?)", Long.class, (Object)
                        ids.toArray(String[]::new));
    }

    /** Items whose ticket waits to be made; their owner has no account in the tracker, so that each is one request. */
    private List<String> items(int number) {
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < number; from += PER_POSTMORTEM) {
            String[] things = IntStream.range(from, Math.min(number, from + PER_POSTMORTEM))
                    .mapToObj(n -> "Fix the thing number " + n + " of " + number)
                    .toArray(String[]::new);
            items.of(published(things)).stream().map(ActionItem::id).forEach(ids::add);
        }
        jdbc.update("update action_item set owner = 'nobody' where id = any (?)", (Object) ids.toArray(String[]::new));
        return ids;
    }

    private static void inThreads(int number, Runnable work) {
        List<Thread> threads = IntStream.range(0, number)
                .mapToObj(n -> new Thread(work, "naive-" + n))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
