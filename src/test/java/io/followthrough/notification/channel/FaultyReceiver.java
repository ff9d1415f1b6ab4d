package io.followthrough.notification.channel;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server that answers as a test tells it to, and keeps what it was sent. */
class FaultyReceiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    FaultyReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What is answered next. */
    record Reply(int status, Map<String, String> headers, boolean never) {}

    /** What came. */
    record Received(Headers headers, String path, String body) {}

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url() {
        return "http://" + host() + "/hook";
    }

    List<Received> received() {
        return received;
    }

    /** Answers the next request so; afterwards with 200 again. */
    FaultyReceiver next(int status, Map<String, String> headers) {
        replies.add(new Reply(status, headers, false));
        return this;
    }

    /** Leaves the next request without an answer. */
    FaultyReceiver nextNever() {
        replies.add(new Reply(0, Map.of(), true));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(
                exchange.getRequestHeaders(), exchange.getRequestURI().getPath(), body));
        Reply reply = replies.poll();
        if (reply != null && reply.never()) {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
            return;
        }
        if (reply != null) {
            reply.headers().forEach(exchange.getResponseHeaders()::add);
        }
        byte[] words = "as told".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply == null ? 200 : reply.status(), words.length);
        exchange.getResponseBody().write(words);
        exchange.close();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
