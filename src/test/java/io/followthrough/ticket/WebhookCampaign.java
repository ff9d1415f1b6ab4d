package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.sandbox.SandboxIssue;
import io.followthrough.sandbox.SandboxSettings;
import io.followthrough.ticket.process.RunningLoop;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Tickets change in the tracker, and the messages about that come twice, in another order, or not at all, and others
 * from somebody without the secret, while the application works them off. Run by {@code mvn -Pcampaign test
 * -Dtest=WebhookCampaign}, with {@code -Dcampaign.reconciliation=off} so that nothing is reconciled meanwhile; the result is kept in {@code src/docs/benchmarks.md}.
 */
class WebhookCampaign extends WithTickets {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCampaign.class);
    private static final int CHANGES = Integer.getInteger("campaign.deliveries", 100_000);
    private static final int PER_SECOND = Integer.getInteger("campaign.rate", 200);
    private static final long SEED = Long.getLong("campaign.seed", 20261121);
    /** Off, what differs before the one reconciliation at the end was not mended by another. */
    private static final boolean RECONCILED_MEANWHILE =
            !System.getProperty("campaign.reconciliation", "on").equals("off");

    private static final int TICKETS = 200;
    private static final int PER_POSTMORTEM = 50;
    private static final int CONCURRENCY = 20;

    /** Of a hundred. */
    private static final int LOST = 5;

    private static final int TWICE = 10;
    private static final int OVERTAKEN = 10;
    private static final int FORGED = 1;
    /** How many others overtake one that is late. */
    private static final int LATEST = 400;

    @Autowired
    private SandboxSettings settings;

    @Autowired
    private TicketCreation creation;

    @Autowired
    private TicketRecords records;

    @Autowired
    private TicketEdits edits;

    @Autowired
    private StoredTicketHints hints;

    @Autowired
    private TicketTwins twins;

    @Autowired
    private TicketRepository repository;

    @Autowired
    private TicketTracker tracker;

    @Autowired
    private TicketReading reading;

    @Autowired
    private TrackerPause pause;

    @Autowired
    private Clock clock;

    private final Random random = new Random(SEED);
    private final Queue<Delivery> late = new PriorityQueue<>(Comparator.comparingInt(Delivery::position));
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final List<CompletableFuture<Long>> acknowledged = new ArrayList<>();
    private int genuine;
    private int lost;
    private int twice;
    private int overtaken;
    private int forged;

    /** A message to be sent after so many changes. */
    private record Delivery(int position, String id, String event, String issue, String signature) {}

    @Test
    void showsWhatTheTrackerShowsAfterOneReconciliation() {
        sandbox.misbehave().webhooksOff(true);
        List<String> ids = itemsWithTickets();
        List<String> issues = ids.stream().map(id -> only(id).key()).toList();

        double seconds;
        TicketDesk working = RECONCILED_MEANWHILE ? desk : deskThatReconcilesNoMore();
        try (RunningLoop loop = new RunningLoop(worker, working, CONCURRENCY)) {
            seconds = changeAndTell(issues);
            acknowledged.forEach(CompletableFuture::join);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(30))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> count("select count(*) from ticket_hint where done_at is null") == 0);
            if (!RECONCILED_MEANWHILE) {
                // A message that is lost is made good by any later one about the same ticket; not so these.
                changeWithoutTelling(issues.subList(0, TICKETS * LOST / 100));
            }
        }
        long before = ids.stream().filter(id -> !isAsInTheTracker(id)).count();
        boolean complete = reconciliation.run();
        long after = ids.stream().filter(id -> !isAsInTheTracker(id)).count();

        String words =
                "%d changes of %d tickets, reconciled meanwhile %s: %d messages twice, %d overtaken by others, %d lost, %d forged; %d sent, %.0f per second; answers %s; acknowledged within ms: median %.1f, p99 %.1f, longest %.1f; %d tickets differed before the reconciliation, %d after; load of the machine %.1f on %d processors"
                        .formatted(
                                CHANGES,
                                TICKETS,
                                RECONCILED_MEANWHILE,
                                twice,
                                overtaken,
                                lost,
                                forged,
                                acknowledged.size(),
                                acknowledged.size() / seconds,
                                answers,
                                percentile(50),
                                percentile(99),
                                percentile(100),
                                before,
                                after,
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                                Runtime.getRuntime().availableProcessors());
        LOG.info(words);
        assertThat(complete).isTrue();
        assertThat(after).as(words).isZero();
        if (!RECONCILED_MEANWHILE) {
            assertThat(before)
                    .as("what only the reconciliation could mend: " + words)
                    .isGreaterThanOrEqualTo(TICKETS * LOST / 100);
        }
        assertThat(forged).as(words).isPositive();
        assertThat(answers).as(words).containsOnlyKeys("genuine 200", "forged 401");
        assertThat(count("select count(*) from ticket_hint where delivery_id like 'forged-%'"))
                .as("forged messages taken")
                .isZero();
        assertThat(count("select count(*) from ticket_hint where delivery_id like 'genuine-%'"))
                .as("genuine messages, each taken once")
                .isEqualTo(genuine);
    }

    private TicketDesk deskThatReconcilesNoMore() {
        TicketProperties yearly = new TicketProperties(Duration.ofDays(365), Duration.ofMinutes(10), List.of(), 1);
        Reconciliation once = new Reconciliation(repository, tracker, reading, hints, pause, yearly, clock);
        once.run();
        return new TicketDesk(creation, records, edits, hints, twins, once);
    }

    /** Changes tickets at the wanted rate and sends what is due; answers how many seconds that took. */
    private double changeAndTell(List<String> issues) {
        long started = System.nanoTime();
        for (int n = 0; n < CHANGES; n++) {
            while (System.nanoTime() - started < n * 1_000_000_000L / PER_SECOND) {
                LockSupport.parkNanos(200_000);
            }
            String key = issues.get(random.nextInt(issues.size()));
            change(key);
            plan(n, sandbox.find(key).orElseThrow().id());
            for (Delivery due = late.peek(); due != null && due.position() <= n; due = late.peek()) {
                send(late.remove());
            }
        }
        while (!late.isEmpty()) {
            send(late.remove());
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private void changeWithoutTelling(List<String> issues) {
        for (String key : issues) {
            boolean done = sandbox.find(key).orElseThrow().status().equals("Done");
            sandbox.move(key, done ? "To Do" : "Done");
            lost++;
        }
    }

    private void change(String key) {
        if (random.nextInt(3) == 0) {
            ObjectNode edit = JsonNodeFactory.instance.objectNode();
            edit.putObject("fields")
                    .put(
                            "duedate",
                            time.today().plusDays(1 + random.nextInt(60)).toString());
            sandbox.edit(key, edit);
        } else {
            sandbox.move(key, random.nextInt(8) == 0 ? "Done" : random.nextBoolean() ? "In Progress" : "To Do");
        }
    }

    private void plan(int n, String issue) {
        if (chance(FORGED)) {
            forged++;
            String signature = n % 2 == 0 ? "sha256=" + "0".repeat(64) : "by another secret";
            late.add(new Delivery(n, "forged-" + n, "jira:issue_deleted", issue, signature));
        }
        if (chance(LOST)) {
            lost++;
            return;
        }
        genuine++;
        int position = n;
        if (chance(OVERTAKEN)) {
            overtaken++;
            position = n + 1 + random.nextInt(LATEST);
        }
        Delivery delivery = new Delivery(position, "genuine-" + n, "jira:issue_updated", issue, "");
        late.add(delivery);
        if (chance(TWICE)) {
            twice++;
            late.add(new Delivery(
                    position + random.nextInt(LATEST), delivery.id(), delivery.event(), issue, delivery.signature()));
        }
    }

    private boolean chance(int ofAHundred) {
        return random.nextInt(100) < ofAHundred;
    }

    private void send(Delivery delivery) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("timestamp", time.now().toEpochMilli()).put("webhookEvent", delivery.event());
        body.putObject("user").put("displayName", "Somebody");
        body.putObject("issue").put("id", delivery.issue());
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        String signature = switch (delivery.signature()) {
            case "" -> hmac(settings.webhookSecret(), bytes);
            case "by another secret" -> hmac("another secret", bytes);
            default -> delivery.signature();
        };
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/webhooks/jira"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json;charset=UTF-8")
                .header("X-Hub-Signature", signature)
                .header("X-Atlassian-Webhook-Identifier", delivery.id())
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        String kind = delivery.id().substring(0, delivery.id().indexOf('-'));
        long started = System.nanoTime();
        acknowledged.add(client.sendAsync(request, BodyHandlers.discarding()).handle((answer, failure) -> {
            String said = failure == null ? String.valueOf(answer.statusCode()) : failure.toString();
            answers.computeIfAbsent(kind + " " + said, key -> new AtomicInteger())
                    .incrementAndGet();
            return System.nanoTime() - started;
        }));
    }

    /** In milliseconds. */
    private double percentile(int percent) {
        long[] nanos = acknowledged.stream()
                .mapToLong(CompletableFuture::join)
                .sorted()
                .toArray();
        return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
    }

    private boolean isAsInTheTracker(String id) {
        SandboxIssue issue = only(id);
        ActionItem item = item(id);
        boolean done = issue.status().equals("Done");
        Map<String, Object> row =
                jdbc.queryForMap("select status_name, tracker_due_date from ticket where action_item = ?", id);
        return issue.status().equals(row.get("status_name"))
                && String.valueOf(issue.dueDate()).equals(String.valueOf(row.get("tracker_due_date")))
                && done == (item.status() == ActionItemStatus.SETTLED)
                && (done || item.dueDate().equals(issue.dueDate()));
    }

    private List<String> itemsWithTickets() {
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < TICKETS; from += PER_POSTMORTEM) {
            String[] things = IntStream.range(from, from + PER_POSTMORTEM)
                    .mapToObj(n -> "Fix the thing number " + n)
                    .toArray(String[]::new);
            items.of(published(things)).stream().map(ActionItem::id).forEach(ids::add);
        }
        worker.drain();
        desk.round();
        desk.round();
        return ids;
    }

    private long count(String sql) {
        return jdbc.queryForObject(sql, Long.class);
    }

    private static String hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
