package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.actionitem.ActionItemOpened;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.sandbox.Fault;
import io.followthrough.sandbox.SandboxIssue;
import io.followthrough.ticket.TicketCreation.Step;
import io.followthrough.ticket.TicketTracker.CreateOutcome;
import io.followthrough.ticket.jira.HastyJira;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Makes many tickets while calls fail before and after their effect, while the search lags behind by another time for
 * each ticket, while our process dies at each of its commits and on either side of the request, and while a second worker
 * takes up what the first has not finished. What came of it is counted in the sandbox, by the summaries and not by
 * anything the protocol writes.
 *
 * <p>A death is played within this process: the step ends by an error before or after a commit or the request, and what
 * it knew is gone. The clock of application and sandbox leaps to when the next step is due.
 */
abstract class CreationCampaign extends WithTickets {

    private static final int WORKERS = 4;
    private static final int BATCH = 40;
    private static final Duration HASTE = Duration.ofMillis(400);
    /** Of 1000 calls of each kind. */
    private static final int FAULTS_AMONG_CREATIONS = 300;

    private static final int FAULTS_AMONG_OTHERS = 100;
    /** Of 1000 commits, and of as many requests, the last thing before a death. */
    private static final int DEATHS = 12;
    /** Of 1000 steps, taken by two workers at once. */
    private static final int TAKEN_TWICE = 50;

    private static final List<Fault> AFTER =
            Arrays.stream(Fault.values()).filter(Fault::isAfterTheEffect).toList();
    private static final List<Fault> BEFORE = Arrays.stream(Fault.values())
            .filter(fault -> !fault.isAfterTheEffect())
            .toList();

    @Autowired
    private TicketRecords records;

    @Autowired
    private TicketDrafts drafts;

    @Autowired
    private ExistingTickets existing;

    @Autowired
    private TrackerPause pause;

    @Autowired
    private TicketProperties properties;

    @Autowired
    private FollowthroughProperties application;

    @Autowired
    private Clock clock;

    private final Map<Fault, AtomicInteger> faults =
            Arrays.stream(Fault.values()).collect(Collectors.toMap(fault -> fault, fault -> new AtomicInteger()));
    private final AtomicInteger deaths = new AtomicInteger();
    private final AtomicInteger creations = new AtomicInteger();
    private final AtomicInteger takenTwice = new AtomicInteger();
    private List<String> ids = List.of();
    private AtomicLong seeds = new AtomicLong();

    /** What came of a campaign. */
    record Count(int lost, int twins, long settled, String words) {}

    @AfterEach
    void clear() {
        sandbox.misbehave().reset();
        for (SandboxIssue issue : ours()) {
            sandbox.delete(issue.id());
        }
        for (String id : ids) {
            jdbc.update("delete from ticket_edit where action_item = ?", id);
            jdbc.update("delete from ticket where action_item = ?", id);
            jdbc.update("delete from action_item_state where action_item = ?", id);
            jdbc.update("delete from action_item where id = ?", id);
        }
    }

    /** Follows the protocol until every ticket is made. */
    Count run(int items, long seed) {
        seeds = new AtomicLong(seed);
        prepare(items, seed);
        long started = System.nanoTime();
        Instant from = time.now();
        work(seed);
        return count("with the protocol", started, from);
    }

    /** Asks again whenever the answer was not yes, as a client without the protocol does. */
    Count runWithoutProtocol(int items, long seed) {
        seeds = new AtomicLong(seed);
        prepare(items, seed);
        long started = System.nanoTime();
        Instant from = time.now();
        TicketTracker tracker = HastyJira.at(sandbox.url(), HASTE, clock);
        inParallel(ids.stream()
                .map(id -> (Callable<Void>) () -> {
                    TicketDraft draft = drafts.of(id).orElseThrow();
                    for (int attempt = 0; attempt < 50; attempt++) {
                        if (tracker.create(draft) instanceof CreateOutcome.Created created) {
                            records.sending(id);
                            records.link(id, created.id(), created.key(), List.of(), draft.dueDate());
                            return null;
                        }
                    }
                    throw new AssertionError("Not made in 50 attempts: " + id);
                })
                .toList());
        return count("without the protocol", started, from);
    }

    private void prepare(int items, long seed) {
        String model = anItemWithATicket();
        ids = jdbc.queryForList(
                "insert into action_item select (jsonb_populate_record(model, jsonb_build_object('id', 'C" + seed
                        + "-' || n, 'position', 1000 + n, 'title', ? || n))).* from action_item model,"
                        + " generate_series(1, ?) n where model.id = ? returning id",
                String.class,
                title(),
                items,
                model);
        inParallel(ids.stream()
                .map(id -> (Callable<Void>) () -> {
                    records.on(new ActionItemOpened(id));
                    return null;
                })
                .toList());
        sandbox.misbehave()
                .searchLag(Duration.ZERO, Duration.ofSeconds(120))
                .tooLate(HASTE.plusMillis(100))
                .plan(this::fault);
    }

    private Optional<Fault> fault(String method, String path) {
        Random random = random();
        boolean creation = (method + " " + path).equals(CREATE);
        if (creation) {
            creations.incrementAndGet();
        }
        if (random.nextInt(1000) >= (creation ? FAULTS_AMONG_CREATIONS : FAULTS_AMONG_OTHERS)) {
            return Optional.empty();
        }
        Fault fault = creation && random.nextBoolean()
                ? AFTER.get(random.nextInt(AFTER.size()))
                : BEFORE.get(random.nextInt(BEFORE.size()));
        if (creation) {
            faults.get(fault).incrementAndGet();
        }
        return Optional.of(fault);
    }

    private void work(long seed) {
        Map<String, Instant> due = new HashMap<>();
        ids.forEach(id -> due.put(id, time.now()));
        Random random = new Random(seed);
        for (int round = 0; !due.isEmpty(); round++) {
            assertThat(round).as("rounds; still to do: %s", due.size()).isLessThan(20 * ids.size() + 2000);
            TrackerPause.Pause paused = pause.current();
            if (paused != null) {
                time.tickTo(paused.until().plusMillis(1));
            }
            Instant now = time.now();
            List<String> batch = due.entrySet().stream()
                    .filter(item -> !item.getValue().isAfter(now))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .limit(BATCH)
                    .toList();
            if (batch.isEmpty()) {
                Instant next =
                        due.values().stream().min(Comparator.naturalOrder()).orElseThrow();
                time.tickTo(next.plusMillis(1));
                continue;
            }
            due.putAll(taken(batch, random));
            batch.forEach(id -> {
                if (due.get(id).equals(Instant.MAX)) {
                    due.remove(id);
                }
            });
            if (round % 10 == 0) {
                desk.round();
            }
            time.tick(Duration.ofSeconds(random.nextInt(5)));
        }
    }

    /** Takes a step for each of these, some by two workers at once; answers when each is due again, never if done. */
    private Map<String, Instant> taken(List<String> batch, Random random) {
        List<String> tasks = new ArrayList<>();
        for (String id : batch) {
            tasks.add(id);
            if (random.nextInt(1000) < TAKEN_TWICE) {
                tasks.add(id);
                takenTwice.incrementAndGet();
            }
        }
        List<Instant> next = inParallel(
                tasks.stream().map(id -> (Callable<Instant>) () -> step(id)).toList());
        Map<String, Instant> due = new HashMap<>();
        for (int i = 0; i < tasks.size(); i++) {
            due.merge(tasks.get(i), next.get(i), (one, other) -> one.isBefore(other) ? one : other);
        }
        return due;
    }

    private Instant step(String id) {
        // A process of its own for every step: whatever it knew dies with it.
        TicketCreation creation = new TicketCreation(
                new DyingTracker(tracker()), new DyingRecords(), drafts, existing, pause, properties, clock);
        try {
            Step step = creation.step(id);
            if (step instanceof Step.Again again) {
                return clock.instant().plus(again.pause());
            }
            assertThat(step).as(id).isInstanceOf(Step.Done.class);
            return Instant.MAX;
        } catch (Death death) {
            deaths.incrementAndGet();
            // Started again at once, or after the lock has run out.
            return clock.instant().plusSeconds(random().nextInt(180));
        } catch (ConcurrencyFailureException lostRace) {
            return clock.instant().plusSeconds(180);
        }
    }

    private TicketTracker hasty;

    private synchronized TicketTracker tracker() {
        if (hasty == null) {
            hasty = HastyJira.at(sandbox.url(), HASTE, clock);
        }
        return hasty;
    }

    private Count count(String how, long started, Instant from) {
        sandbox.misbehave().reset();
        Map<String, List<SandboxIssue>> made = ours().stream().collect(Collectors.groupingBy(SandboxIssue::summary));
        int lost = ids.size() - made.size();
        int twins = made.values().stream().mapToInt(issues -> issues.size() - 1).sum();
        Map<String, String> known = new HashMap<>();
        made.values().forEach(issues -> issues.forEach(issue -> known.put(issue.id(), issue.summary())));
        long settled = ids.stream()
                .filter(id -> {
                    Ticket ticket = records.get(id);
                    String title = items.get(id).title();
                    return ticket.state() == TicketState.LINKED && title.equals(known.get(ticket.trackerId()));
                })
                .count();
        String words =
                "%d items %s: %d lost, %d twins, %d settled; %d requests to create, %s; %d deaths, %d steps by two workers at once; %s of the scaled clock in %d s"
                        .formatted(
                                ids.size(),
                                how,
                                lost,
                                twins,
                                settled,
                                creations.get(),
                                faultsInWords(),
                                deaths.get(),
                                takenTwice.get(),
                                Duration.between(from, time.now()).truncatedTo(java.time.temporal.ChronoUnit.MINUTES),
                                Duration.ofNanos(System.nanoTime() - started).toSeconds());
        org.slf4j.LoggerFactory.getLogger(CreationCampaign.class).info(words);
        return new Count(lost, twins, settled, words);
    }

    private String faultsInWords() {
        int after = AFTER.stream().mapToInt(fault -> faults.get(fault).get()).sum();
        int before = BEFORE.stream().mapToInt(fault -> faults.get(fault).get()).sum();
        return "%d failed before and %d after the effect %s"
                .formatted(
                        before,
                        after,
                        AFTER.stream()
                                .map(fault -> fault + " " + faults.get(fault))
                                .toList());
    }

    private List<SandboxIssue> ours() {
        return sandbox.issues().stream()
                .filter(issue -> issue.summary().startsWith(title()))
                .toList();
    }

    private String title() {
        return getClass().getSimpleName() + " promise ";
    }

    private Random random() {
        return new Random(seeds.incrementAndGet() * 0x9E3779B97F4A7C15L);
    }

    private static <T> List<T> inParallel(Collection<Callable<T>> tasks) {
        ExecutorService pool = Executors.newFixedThreadPool(WORKERS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static final class Death extends Error {
        Death() {
            super("killed", null, false, false);
        }
    }

    private void perhapsDie() {
        if (random().nextInt(1000) < DEATHS) {
            throw new Death();
        }
    }

    /** Dies on either side of the request. */
    private final class DyingTracker implements TicketTracker {

        private final TicketTracker tracker;

        DyingTracker(TicketTracker tracker) {
            this.tracker = tracker;
        }

        @Override
        public CreateOutcome create(TicketDraft draft) {
            perhapsDie();
            CreateOutcome outcome = tracker.create(draft);
            perhapsDie();
            return outcome;
        }

        @Override
        public SearchOutcome findByMarker(String marker) {
            return tracker.findByMarker(marker);
        }

        @Override
        public FetchOutcome fetch(Collection<String> ticketIds) {
            return tracker.fetch(ticketIds);
        }

        @Override
        public ChangesOutcome changes(Collection<String> ticketIds) {
            return tracker.changes(ticketIds);
        }

        @Override
        public EditOutcome edit(String ticketId, TicketEdit edit, String link) {
            return tracker.edit(ticketId, edit, link);
        }

        @Override
        public TrackerHealth probe() {
            return tracker.probe();
        }

        @Override
        public String site() {
            return tracker.site();
        }

        @Override
        public String browseUrl(String ticketKey) {
            return tracker.browseUrl(ticketKey);
        }
    }

    /** Dies before or after each commit. */
    private final class DyingRecords extends TicketRecords {

        DyingRecords() {
            super(null, null, null, null, null, null, null);
        }

        private <T> T around(java.util.function.Supplier<T> commit) {
            perhapsDie();
            T result = commit.get();
            perhapsDie();
            return result;
        }

        private void aroundAll(Runnable commit) {
            around(() -> {
                commit.run();
                return true;
            });
        }

        @Override
        Ticket get(String actionItem) {
            return records.get(actionItem);
        }

        @Override
        List<Ticket> canaries(String besides) {
            return records.canaries(besides);
        }

        @Override
        boolean sending(String actionItem) {
            return around(() -> records.sending(actionItem));
        }

        @Override
        void lostAnswer(String actionItem, String reason) {
            aroundAll(() -> records.lostAnswer(actionItem, reason));
        }

        @Override
        Ticket lookedUpInVain(String actionItem) {
            return around(() -> records.lookedUpInVain(actionItem));
        }

        @Override
        int notLookedUp(String actionItem, String reason) {
            return around(() -> records.notLookedUp(actionItem, reason));
        }

        @Override
        void delayed(String actionItem, Duration pause) {
            aroundAll(() -> records.delayed(actionItem, pause));
        }

        @Override
        int notMade(String actionItem, String reason) {
            return around(() -> records.notMade(actionItem, reason));
        }

        @Override
        void requestAgain(String actionItem) {
            aroundAll(() -> records.requestAgain(actionItem));
        }

        @Override
        void link(String actionItem, String id, String key, List<String> warnings, LocalDate dueDate) {
            aroundAll(() -> records.link(actionItem, id, key, warnings, dueDate));
        }

        @Override
        void adopt(String actionItem, TicketSnapshot found) {
            aroundAll(() -> records.adopt(actionItem, found));
        }
    }
}
