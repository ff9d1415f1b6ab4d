package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.followthrough.sandbox.JiraSandbox;
import io.followthrough.sandbox.SandboxSettings;
import io.followthrough.ticket.TicketDraft;
import io.followthrough.ticket.TicketText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class JiraWebhookControllerTest {

    private static final String SECRET = "It's a Secret to Everybody";
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final List<String> heard = new ArrayList<>();

    @Test
    void knowsTheSignatureOfAtlassiansExample() {
        WebhookSignature signature = new WebhookSignature(SECRET);
        byte[] body = "Hello World!".getBytes(StandardCharsets.UTF_8);
        String header = "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9";

        assertThat(signature.isOn(body, header)).isTrue();
        assertThat(signature.isOn("Hello World?".getBytes(StandardCharsets.UTF_8), header))
                .isFalse();
        assertThat(signature.isOn(body, header.replace("sha256", "sha1"))).isFalse();
        assertThat(signature.isOn(body, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void rejectsEverythingWithoutASecret(String secret) throws IOException {
        String body = event("jira:issue_updated", NOW);

        // A key of one zero byte signs as an empty key does, which Java's Mac does not take.
        for (String signature : List.of(signature("\0", body), "sha256=", signature(body))) {
            assertThat(send(secret, body, signature)).isEqualTo(401);
        }
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "jira:issue_created, d-1 10007 false",
        "jira:issue_updated, d-1 10007 false",
        "jira:issue_deleted, d-1 10007 true",
        "comment_created, d-1 10007 false"
    })
    void passesOnThatATicketMayHaveChanged(String name, String hint) throws IOException {
        String body = event(name, NOW);

        assertThat(send(SECRET, body, signature(body))).isEqualTo(200);

        assertThat(heard).containsExactly(hint);
    }

    @Test
    void takesNoNoticeOfEventsThatAreAboutNoIssue() throws IOException {
        String body = "{\"timestamp\":" + NOW.toEpochMilli() + ",\"webhookEvent\":\"user_created\"}";

        assertThat(send(SECRET, body, signature(body))).isEqualTo(200);

        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-PT23H59M, 200", "-PT24H1M, 400", "PT59M, 200", "PT61M, 400"})
    void refusesWhatSomebodySendsAgainLater(Duration age, int status) throws IOException {
        String body = event("jira:issue_updated", NOW.plus(age));

        assertThat(send(SECRET, body, signature(body))).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"timestamp\":\"soon\"}",
                "{\"timestamp\":99999999999999999999}",
                "{\"timestamp\":1772446530000,\"webhookEvent\":\"jira:issue_updated\"}",
                "{\"timestamp\":1772446530000,\"webhookEvent\":\"jira:issue_updated\",\"issue\":{\"id\":\"../1\"}}"
            })
    void refusesWhatIsNoEvent(String body) throws IOException {
        assertThat(send(SECRET, body, signature(body))).isEqualTo(400);
        assertThat(heard).isEmpty();
    }

    @Test
    void refusesAnEnormousBodyUnread() throws IOException {
        String body = event("jira:issue_updated", NOW)
                .replace("\"10007\"", "\"10007\",\"x\":\"" + "x".repeat(2_000_000) + "\"");

        assertThat(send(SECRET, body, signature(body))).isEqualTo(413);
        assertThat(heard).isEmpty();
    }

    @Test
    void refusesABodyThatIsNestedTooDeep() throws IOException {
        String body = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

        assertThat(send(SECRET, body, signature(body))).isEqualTo(400);
        assertThat(heard).isEmpty();
    }

    @Test
    void tellsRepetitionsByTheBodyWhereJiraSendsNoIdentifier() throws IOException {
        String body = event("jira:issue_updated", NOW);
        JiraWebhookController controller = controller(SECRET, CLOCK);
        for (int i = 0; i < 2; i++) {
            MockHttpServletRequest request = request(body.getBytes(StandardCharsets.UTF_8));
            request.addHeader("X-Hub-Signature", signature(body));
            controller.receive(request);
        }

        assertThat(heard).hasSize(2).doesNotContain("d-1 10007 false");
        assertThat(heard.get(0)).isEqualTo(heard.get(1)).endsWith(" 10007 false");
    }

    @Test
    void understandsWhatTheSandboxSends() throws Exception {
        BlockingQueue<MockHttpServletRequest> received = new LinkedBlockingQueue<>();
        HttpServer listener = listener(received);
        URI url = URI.create("http://localhost:" + listener.getAddress().getPort() + "/webhooks/jira");
        SandboxSettings settings = SandboxSettings.simple().withWebhookUrl(url);
        try (JiraSandbox sandbox = JiraSandbox.start(settings, CLOCK)) {
            String base = sandbox.url().toString();
            JiraConfiguration.tracker(StubJira.access(base, settings.user(), settings.token()), CLOCK)
                    .create(new TicketDraft(
                            "m",
                            "PM-1-1",
                            "s",
                            TicketText.of(List.of()),
                            "http://x",
                            LocalDate.EPOCH,
                            "P2",
                            List.of(),
                            null,
                            null));
            sandbox.move("OPS-1", "Done");
            sandbox.delete("OPS-1");

            JiraWebhookController controller = controller(settings.webhookSecret(), CLOCK);
            for (int i = 0; i < 3; i++) {
                MockHttpServletRequest request = received.poll(10, TimeUnit.SECONDS);
                assertThat(request).isNotNull();
                assertThat(controller.receive(request).getStatusCode().value()).isEqualTo(200);
            }
        } finally {
            listener.stop(0);
        }

        assertThat(heard).hasSize(3);
        assertThat(heard.get(0)).endsWith(" 10001 false");
        assertThat(heard.get(2)).endsWith(" 10001 true");
    }

    private static HttpServer listener(BlockingQueue<MockHttpServletRequest> received) throws IOException {
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            MockHttpServletRequest request = request(exchange.getRequestBody().readAllBytes());
            exchange.getRequestHeaders().forEach((name, values) -> request.addHeader(name, values.get(0)));
            received.add(request);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        listener.start();
        return listener;
    }

    private int send(String secret, String body, String signature) throws IOException {
        MockHttpServletRequest request = request(body.getBytes(StandardCharsets.UTF_8));
        request.addHeader("X-Hub-Signature", signature);
        request.addHeader("X-Atlassian-Webhook-Identifier", "d-1");
        return controller(secret, CLOCK).receive(request).getStatusCode().value();
    }

    private JiraWebhookController controller(String secret, Clock clock) {
        return new JiraWebhookController(
                StubJira.accessSigningWith(secret),
                new ObjectMapper(),
                clock,
                (delivery, ticket, deleted, who) -> heard.add(delivery + " " + ticket + " " + deleted));
    }

    private static MockHttpServletRequest request(byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/webhooks/jira");
        request.setContent(body);
        return request;
    }

    private static String event(String name, Instant at) {
        return "{\"timestamp\":%d,\"webhookEvent\":\"%s\",\"issue\":{\"id\":\"10007\"}}"
                .formatted(at.toEpochMilli(), name);
    }

    private static String signature(String body) {
        return signature(SECRET, body);
    }

    private static String signature(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
