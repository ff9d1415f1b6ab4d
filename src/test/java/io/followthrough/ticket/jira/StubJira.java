package io.followthrough.ticket.jira;

import com.sun.net.httpserver.HttpServer;
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

/** Says exactly what a test tells it to say, for what the sandbox never does; 404 to everything else. */
class StubJira implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    StubJira() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String call = exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().toString().replace("/rest/api/3", "");
            calls.add(call);
            String answer = answers.entrySet().stream()
                    .filter(entry -> call.startsWith(entry.getKey()))
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

    List<String> calls() {
        return calls;
    }

    JiraAccess access() {
        return access("http://localhost:" + server.getAddress().getPort());
    }

    static JiraAccess access(String url) {
        return new JiraAccess(url, url, "u", "t", "OPS", "Task", "", Map.of());
    }

    TicketTracker tracker() {
        return JiraConfiguration.tracker(access(), Clock.systemUTC(), Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
