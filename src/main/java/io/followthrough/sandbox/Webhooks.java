package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a configured address about changes: signed, asynchronously, again when it does not answer. */
class Webhooks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20));
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(408, 409, 425, 429);

    private final SandboxSettings settings;
    private final IssueJson json;
    private final Misbehaviour misbehaviour;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-webhooks");
        thread.setDaemon(true);
        return thread;
    });

    Webhooks(SandboxSettings settings, IssueJson json, Misbehaviour misbehaviour, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.misbehaviour = misbehaviour;
        this.clock = clock;
    }

    void created(Issue issue, SandboxPerson by) {
        send("jira:issue_created", "issue_created", issue, by, null);
    }

    void updated(Issue after, ArrayNode changes, SandboxPerson by) {
        send("jira:issue_updated", "issue_generic", after, by, changes);
    }

    void deleted(Issue issue, SandboxPerson by) {
        send("jira:issue_deleted", "issue_deleted", issue, by, null);
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }

    private void send(String event, String type, Issue issue, SandboxPerson by, @Nullable ArrayNode changes) {
        send(event, type, issue, by, changes, null);
    }

    private void send(
            String event,
            String type,
            Issue issue,
            SandboxPerson by,
            @Nullable ArrayNode changes,
            @Nullable String signature) {
        URI url = settings.webhookUrl();
        if (url == null || misbehaviour.areWebhooksOff()) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("timestamp", clock.millis());
        body.put("webhookEvent", event);
        body.put("issue_event_type_name", type);
        ObjectNode user = json.user(by);
        user.remove("emailAddress");
        body.set("user", user);
        ObjectNode shown = json.issue(issue, Set.of("*all"), Set.of());
        // Webhooks carry rich text as wiki text, never as a document.
        shown.withObject("/fields").put("description", SandboxDialect.plain(issue.description()));
        shown.withObject("/fields").remove("comment");
        body.set("issue", shown);
        if (changes != null) {
            body.putObject("changelog").put("id", UUID.randomUUID().toString()).set("items", changes.deepCopy());
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json;charset=UTF-8")
                .header("User-Agent", "Atlassian Webhook HTTP Client (Followthrough sandbox)")
                .header("X-Hub-Signature", signature == null ? "sha256=" + hmac(bytes) : signature)
                .POST(BodyPublishers.ofByteArray(bytes));
        if (settings.dialect() == SandboxDialect.CLOUD) {
            request.header("X-Atlassian-Webhook-Identifier", UUID.randomUUID().toString());
        }
        WebhookOdds.Fate delivery = misbehaviour.nextWebhook();
        for (int i = 0; i < delivery.times(); i++) {
            schedule(request.build(), 0, delivery.late());
        }
    }

    /** A message that somebody without the secret sends: it must be believed by nobody. */
    void forge(Issue issue) {
        send("jira:issue_deleted", "issue_deleted", issue, IssueJson.SOMEBODY, null, "sha256=" + "0".repeat(64));
    }

    private void schedule(HttpRequest request, int attempt, Duration pause) {
        try {
            sender.schedule(() -> attempt(request, attempt), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Closed before a webhook was sent");
        }
    }

    private void attempt(HttpRequest request, int attempt) {
        String failure;
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            if (answer.statusCode() < 400) {
                return;
            }
            failure = "status " + answer.statusCode();
            if (answer.statusCode() < 500 && !WORTH_ANOTHER_TRY.contains(answer.statusCode())) {
                LOG.warn("Webhook refused url={} answer={}", request.uri(), failure);
                return;
            }
        } catch (IOException e) {
            failure = e.toString();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return;
        }
        if (attempt == PAUSES.size()) {
            LOG.warn("Webhook given up url={} attempts={} last={}", request.uri(), attempt + 1, failure);
        } else {
            schedule(again(request, attempt + 1), attempt + 1, PAUSES.get(attempt));
        }
    }

    private static HttpRequest again(HttpRequest request, int attempt) {
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .setHeader("X-Atlassian-Webhook-Retry", String.valueOf(attempt))
                .build();
    }

    private String hmac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.webhookSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
