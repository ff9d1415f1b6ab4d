package io.followthrough.ticket.jira;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.followthrough.JiraContract;
import io.followthrough.sandbox.SandboxExchange;
import io.followthrough.ticket.TicketTracker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Says that it is Jira Cloud, and else exactly what a test tells it to say, for what the sandbox never does; 404 to everything else.
 */
class StubJira implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> answers =
            new LinkedHashMap<>(Map.of("GET /serverInfo", "{\"deploymentType\":\"Cloud\"}"));
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<SandboxExchange> requests = new CopyOnWriteArrayList<>();

    StubJira() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String call = exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().toString().replace("/rest/api/3", "");
            requests.add(request(exchange));
            if (call.equals("GET /rest/api/2/serverInfo")) {
                call = "GET /serverInfo";
            } else {
                calls.add(call);
            }
            String asked = call;
            String answer = answers.entrySet().stream()
                    .filter(entry -> asked.startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    /** @param call how the call starts, "GET /issue/7"; what was said first is matched first */
    StubJira on(String call, String answer) {
        answers.put(call, answer);
        return this;
    }

    /** What was sent with the only call that starts so. */
    String bodyOf(String call) {
        return requests.stream()
                .filter(request -> (request.method() + " " + request.path().replace("/rest/api/3", "")).equals(call))
                .map(SandboxExchange::requestBody)
                .findFirst()
                .orElseThrow();
    }

    List<String> calls() {
        return calls;
    }

    JiraAccess access() {
        return access("http://localhost:" + server.getAddress().getPort());
    }

    static JiraAccess access(String url) {
        return access(url, Duration.ofSeconds(5));
    }

    static JiraAccess accessSigningWith(String secret) {
        Duration none = Duration.ZERO;
        return new JiraAccess(null, "http://x", "http://x", "u", "t", "OPS", "Task", secret, Map.of(), none, none);
    }

    static JiraAccess access(String url, String user, String token) {
        Duration patience = Duration.ofSeconds(10);
        return new JiraAccess(null, url, url, user, token, "OPS", "Task", "", Map.of(), patience, patience);
    }

    static JiraAccess access(String url, Duration readTimeout) {
        return new JiraAccess(
                new CloudDialect(),
                url,
                url,
                "u",
                "t",
                "OPS",
                "Task",
                "",
                Map.of(),
                Duration.ofSeconds(20),
                readTimeout);
    }

    TicketTracker tracker() {
        return JiraConfiguration.tracker(access(), Clock.systemUTC());
    }

    /** What is asked is Jira's to define, whatever is answered here. */
    @Override
    public void close() {
        server.stop(0);
        JiraContract.assertRequestsKept(requests);
    }

    static SandboxExchange request(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getQuery();
        return new SandboxExchange(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                body,
                0,
                "",
                "");
    }
}
