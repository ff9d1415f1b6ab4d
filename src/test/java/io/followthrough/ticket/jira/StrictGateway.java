package io.followthrough.ticket.jira;

import com.sun.net.httpserver.HttpServer;
import io.followthrough.JiraContract;
import io.followthrough.sandbox.SandboxExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as {@code api.atlassian.com} does: below a path, and with 401 to everybody without credentials. */
class StrictGateway implements AutoCloseable {

    private static final String PATH = "/ex/jira/cloud-id";

    private final HttpServer server;
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<SandboxExchange> requests = new CopyOnWriteArrayList<>();

    StrictGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            paths.add(exchange.getRequestURI().getPath());
            requests.add(StubJira.request(exchange));
            boolean known = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .startsWith("Basic ");
            byte[] body = (known ? "{\"deploymentType\":\"Cloud\",\"issues\":[]}" : "{\"code\":401}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + PATH;
    }

    List<String> paths() {
        return paths;
    }

    @Override
    public void close() {
        server.stop(0);
        JiraContract.assertRequestsKept(
                requests.stream().map(StrictGateway::belowItsPath).toList());
    }

    private static SandboxExchange belowItsPath(SandboxExchange request) {
        return new SandboxExchange(
                request.method(), request.path().replace(PATH, ""), request.query(), request.requestBody(), 0, "", "");
    }
}
