package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.followthrough.ticket.TrackerGate;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known about a request after each way in which a connection can fail. */
class JiraHttpTest {

    private static final JsonNode BODY = JsonNodeFactory.instance.objectNode().put("a", 1);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private ServerSocket socket;

    @BeforeEach
    void open() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        end.countDown();
        socket.close();
    }

    @Test
    void losesTheAnswerThatNeverComes() {
        serve(client -> end.await());

        assertThat(post(SHORT)).isInstanceOf(JiraReply.Lost.class);
        assertThat(connections).hasValue(1);
    }

    @Test
    void losesTheAnswerThatStopsInTheMiddle() {
        serve(client -> {
            say(client, "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"id\":\"7\"");
            end.await();
        });

        assertThat(post(SHORT)).isInstanceOf(JiraReply.Lost.class);
        assertThat(connections).hasValue(1);
    }

    @Test
    void losesTheAnswerThatEndsInTheMiddle() {
        serve(client -> say(client, "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"id\":\"7\""));

        assertThat(post(LONG)).isInstanceOf(JiraReply.Lost.class);
        assertThat(connections).hasValue(1);
    }

    @Test
    void losesTheAnswerOfAConnectionThatIsReset() {
        serve(client -> client.setSoLinger(true, 0));

        assertThat(post(LONG)).isInstanceOf(JiraReply.Lost.class);
        assertThat(connections).hasValue(1);
    }

    /** Clients like to repeat on a connection that they kept and that turns out to be closed. */
    @Test
    void sendsOnePostOnAConnectionThatWasKeptAndIsClosedInsteadOfAnswered() {
        AtomicInteger posts = new AtomicInteger();
        serve(client -> {
            posts.incrementAndGet();
            say(client, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            readRequest(client.getInputStream());
            posts.incrementAndGet();
        });
        JiraHttp http = http(StubJira.access("http://localhost:" + socket.getLocalPort(), LONG));

        assertThat(http.post(BODY, "/issue").isGood()).isTrue();
        assertThat(http.post(BODY, "/issue")).isInstanceOf(JiraReply.Lost.class);

        assertThat(posts).hasValue(2);
        assertThat(connections).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "429 Too Many Requests",
                "503 Service Unavailable",
                "408 Request Timeout",
                "307 Temporary Redirect"
            })
    void sendsOnePostWhateverItIsAnswered(String status) {
        serve(client -> say(
                client,
                "HTTP/1.1 " + status + "\r\nRetry-After: 0\r\nLocation: /again\r\nContent-Length: 0\r\n"
                        + "Connection: close\r\n\r\n"));

        assertThat(post(LONG)).isInstanceOf(JiraReply.Answered.class);
        assertThat(connections).hasValue(1);
    }

    @Test
    void losesTheAnswerThatIsNotHttp() {
        serve(client -> say(client, "220 mail.example.org ESMTP\r\n\r\n"));

        assertThat(post(LONG)).isInstanceOf(JiraReply.Lost.class);
        assertThat(connections).hasValue(1);
    }

    @Test
    void sendsNothingWhereNobodyListens() throws IOException {
        socket.close();

        assertThat(post(LONG)).isInstanceOf(JiraReply.NotSent.class);
    }

    @Test
    void sendsNothingToAHostThatDoesNotExist() {
        JiraReply reply = http(StubJira.access("http://jira.invalid")).get("/myself");

        assertThat(reply).isInstanceOf(JiraReply.NotSent.class);
    }

    private JiraReply post(Duration readTimeout) {
        JiraHttp http = http(StubJira.access("http://localhost:" + socket.getLocalPort(), readTimeout));
        return http.post(BODY, "/issue");
    }

    private static JiraHttp http(JiraAccess access) {
        Clock clock = Clock.systemUTC();
        JiraGate gate = new JiraGate(TrackerGate.withoutDatabase(clock), new JiraProblems(access, clock));
        return new JiraHttp(access, new CloudDialect(), gate);
    }

    private void serve(Conversation conversation) {
        Thread server = new Thread(() -> {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    connections.incrementAndGet();
                    readRequest(client.getInputStream());
                    conversation.with(client);
                } catch (IOException | InterruptedException e) {
                    // the next connection is served all the same, or the test is over
                }
            }
        });
        server.setDaemon(true);
        server.start();
    }

    /** All of it: what is left unread makes a closed connection look like one that was reset. */
    private static void readRequest(InputStream request) throws IOException {
        StringBuilder read = new StringBuilder();
        while (!read.toString().endsWith("{\"a\":1}")) {
            int next = request.read();
            if (next < 0) {
                return;
            }
            read.append((char) next);
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private interface Conversation {
        void with(Socket client) throws IOException, InterruptedException;
    }
}
