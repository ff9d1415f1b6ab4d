package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.followthrough.JiraContract;
import io.followthrough.sandbox.SandboxExchange;
import io.followthrough.ticket.TicketDraft;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.TicketTracker;
import io.followthrough.ticket.TicketTracker.CreateOutcome;
import io.followthrough.ticket.TicketTracker.SearchOutcome;
import io.followthrough.ticket.TrackerProblem;
import io.followthrough.ticket.TrackerProblem.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known after each answer that a creation can get, exactly as given by a server that says only this. */
class JiraOutcomeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final String TYPES = "{\"issueTypes\":[{\"id\":\"1\",\"name\":\"Task\"}]}";
    private static final String FIELDS = "{\"fields\":[{\"fieldId\":\"labels\"},{\"fieldId\":\"duedate\"}]}";

    private final AtomicInteger creations = new AtomicInteger();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<SandboxExchange> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 201;
    private String body = "{\"id\":\"7\",\"key\":\"OPS-7\"}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(StubJira.request(exchange));
            String path = exchange.getRequestURI().getPath();
            boolean meta = path.contains("createmeta") || path.endsWith("/serverInfo");
            if (!meta) {
                creations.incrementAndGet();
                headers.forEach(exchange.getResponseHeaders()::set);
            }
            String text = path.endsWith("/serverInfo")
                    ? "{\"deploymentType\":\"Cloud\"}"
                    : path.endsWith("/issuetypes") ? TYPES : meta ? FIELDS : body;
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(meta ? 200 : status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        JiraContract.assertRequestsKept(requests);
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED",
        "401, AUTHENTICATION",
        "403, AUTHENTICATION",
        "404, REFUSED",
        "409, UNAVAILABLE",
        "410, AUTHENTICATION",
        "413, REFUSED",
        "422, REFUSED",
        "425, UNAVAILABLE",
        "429, THROTTLED",
        "302, REFUSED"
    })
    void knowsThatNothingWasMade(int status, Kind kind) {
        this.status = status;
        body = "<html>Sorry</html>";

        assertThat(((CreateOutcome.NotCreated) create()).problem().kind()).isEqualTo(kind);
        assertThat(creations).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 520})
    void doesNotKnowWhatAFailingServerHasDone(int status) {
        this.status = status;

        assertThat(create()).isInstanceOf(CreateOutcome.Unknown.class);
        assertThat(creations).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Log in</html>", "{}", "[]", "{\"id\":\"7\"}", "{\"id\":\"7\",\"key\":"})
    void doesNotKnowWhatAnAnswerWithoutATicketMeans(String body) {
        this.body = body;

        assertThat(create()).isInstanceOf(CreateOutcome.Unknown.class);
        assertThat(creations).hasValue(1);
    }

    @Test
    void keepsNoMoreOfARefusalThanAPersonReads() {
        status = 400;
        body = "{\"errorMessages\":[\"" + "x".repeat(100_000) + "\"],\"errors\":{\"summary\":\"" + "y".repeat(100_000)
                + "\"}}";

        TrackerProblem problem = ((CreateOutcome.NotCreated) create()).problem();

        assertThat(problem.message()).hasSizeLessThan(5_000).contains("xxx");
        assertThat(problem.fieldErrors().get("summary")).hasSizeLessThan(2_000).contains("yyy");
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 90, 2026-03-02T10:17:00Z",
        "Retry-After, '0', 2026-03-02T10:15:30Z",
        "Retry-After, 'Mon, 2 Mar 2026 10:20:00 GMT', 2026-03-02T10:20:00Z",
        "Retry-After, 999999999, 2026-03-03T10:15:30Z",
        "Retry-After, soon, 2026-03-02T10:16:30Z",
        "X-RateLimit-Reset, 2026-03-02T11:00Z, 2026-03-02T11:00:00Z",
        "X-RateLimit-Reset, 2026-03-02T11:00:05Z, 2026-03-02T11:00:05Z",
        "X-Other, 1, 2026-03-02T10:16:30Z"
    })
    void waitsAsLongAsJiraSays(String header, String value, Instant notBefore) {
        status = 429;
        headers.put(header, value);

        TrackerProblem problem = ((CreateOutcome.NotCreated) create()).problem();

        assertThat(problem.notBefore()).isEqualTo(notBefore);
    }

    @Test
    void doesNotTakeTheEmptyAnswerToAnExpiredTokenForNothingFound() {
        status = 200;
        body = "{\"issues\":[],\"isLast\":true}";
        headers.put("X-Seraph-LoginReason", "AUTHENTICATED_FAILED");

        SearchOutcome outcome = tracker().findByMarker("m");

        assertThat(((SearchOutcome.Failed) outcome).problem().kind()).isEqualTo(Kind.AUTHENTICATION);
    }

    @Test
    void leavesASearchThatNeverEnds() {
        status = 200;
        body = "{\"issues\":[],\"nextPageToken\":\"again\"}";

        assertThat(tracker().findByMarker("m")).isInstanceOf(SearchOutcome.Found.class);

        assertThat(creations.get()).isLessThan(12);
    }

    private CreateOutcome create() {
        return tracker()
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
    }

    private TicketTracker tracker() {
        return JiraConfiguration.tracker(
                access("http://localhost:" + server.getAddress().getPort() + "/"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static JiraAccess access(String url) {
        return StubJira.access(url.replaceAll("/$", ""));
    }
}
