package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sandbox: a server on the loopback interface that answers like Jira and has a board to look at. */
public final class JiraSandbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JiraSandbox.class);
    private static final int THREADS = 48;
    private static final int REMEMBERED_EXCHANGES = 500;
    private static final long REMEMBERED_CHARACTERS = 5_000_000;

    static {
        // Without it every answer on a kept connection waits 40 ms; read once, before the first server of the JVM.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final List<SandboxObserver> OBSERVERS =
            ServiceLoader.load(SandboxObserver.class, JiraSandbox.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private final HttpServer server;
    private final ExecutorService workers;
    private final URI url;
    private final Clock clock;
    private final Misbehaviour misbehaviour = new Misbehaviour();
    private final Webhooks webhooks;
    private final Issues issues;
    private final RestApi api;
    private final BoardPages pages;
    private final Deque<SandboxExchange> exchanges = new ArrayDeque<>();
    private long rememberedCharacters;

    private JiraSandbox(HttpServer server, SandboxSettings settings, IssueStore store, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.url = URI.create("http://localhost:" + server.getAddress().getPort());
        IssueJson json = new IssueJson(url.toString(), settings, misbehaviour);
        webhooks = new Webhooks(settings, json, misbehaviour, clock);
        issues = new Issues(settings, store, misbehaviour, webhooks, json, clock);
        api = new RestApi(url.toString(), settings, issues, json, misbehaviour, clock);
        pages = new BoardPages(url.getPort(), settings, issues, webhooks, json, misbehaviour, clock);
        workers = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "sandbox");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts a sandbox that forgets its tickets at the end. */
    public static JiraSandbox start(SandboxSettings settings, Clock clock) {
        return start(settings, new InMemoryIssueStore(), clock);
    }

    static JiraSandbox start(SandboxSettings settings, IssueStore store, Clock clock) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), settings.port());
            JiraSandbox sandbox = new JiraSandbox(HttpServer.create(address, 0), settings, store, clock);
            sandbox.server.createContext("/", sandbox::handle);
            sandbox.server.setExecutor(sandbox.workers);
            sandbox.server.start();
            return sandbox;
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot listen on port " + settings.port(), e);
        }
    }

    /** Where it listens: REST API below {@code /rest/api/3} or {@code /2}, board at {@code /}. */
    public URI url() {
        return url;
    }

    /** All tickets, oldest first. */
    public List<SandboxIssue> issues() {
        return issues.all().stream().map(SandboxIssue::of).toList();
    }

    public Optional<SandboxIssue> find(String idOrKey) {
        return issues.find(idOrKey).map(SandboxIssue::of);
    }

    /** Moves a ticket to a column by name, "To Do", "In Progress" or "Done", as a person on the board does. */
    public void move(String idOrKey, String column) {
        for (Status status : Status.values()) {
            if (status.title.equals(column)) {
                issues.move(idOrKey, status, IssueJson.SOMEBODY);
                return;
            }
        }
        throw new IllegalArgumentException("No such column: " + column);
    }

    /** Closes a ticket for this reason, "Done", "Won't Do" or "Duplicate", as a person on the board does. */
    public void resolve(String idOrKey, String resolution) {
        issues.resolve(idOrKey, Status.DONE, resolution, IssueJson.SOMEBODY);
    }

    /** Moves a ticket to another project, as a person does: new key, same id. Returns the new key. */
    public String transfer(String idOrKey, String project) {
        return issues.transfer(idOrKey, project, IssueJson.SOMEBODY).key();
    }

    /** Changes a ticket by an edit of the REST API, as a person on the board does. */
    public void edit(String idOrKey, JsonNode request) {
        issues.edit(idOrKey, request, IssueJson.SOMEBODY);
    }

    /** Takes from the account of the application the right to see a ticket, or gives it back. */
    public void hide(String idOrKey, boolean hidden) {
        issues.hide(idOrKey, hidden);
    }

    /** Lets the search find this ticket only after so long. */
    public void keepFromSearch(String idOrKey, Duration lag) {
        issues.keepFromSearch(idOrKey, lag);
    }

    /** Deletes a ticket as a person on the board does. */
    public void delete(String idOrKey) {
        issues.delete(idOrKey, IssueJson.SOMEBODY);
    }

    /** What to do wrong. */
    public Misbehaviour misbehave() {
        return misbehaviour;
    }

    /** The latest calls to the REST API, oldest first. */
    public List<SandboxExchange> exchanges() {
        synchronized (exchanges) {
            return List.copyOf(exchanges);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        webhooks.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Answer> answer = answer(exchange);
            if (answer.isPresent()) {
                send(exchange, answer.get());
            }
        }
    }

    private Optional<Answer> answer(HttpExchange exchange) throws IOException {
        try {
            return answer(Call.read(exchange));
        } catch (RefusedException refusal) {
            return Optional.of(refusal.answer());
        }
    }

    private Optional<Answer> answer(Call call) {
        try {
            if (!call.path().startsWith("/rest/")) {
                return Optional.of(pages.answer(call));
            }
            await(misbehaviour.latency());
            Optional<Fault> fault = misbehaviour.faultOf(call);
            Optional<Answer> answer =
                    fault.isPresent() ? fail(fault.get(), call) : Optional.of(api.answer(call, false));
            remember(call, answer);
            return answer;
        } catch (RuntimeException e) {
            LOG.error("The sandbox failed at {} {}", call.method(), call.path(), e);
            return Optional.of(Answer.error(500, "Internal server error"));
        }
    }

    /** Empty means that the connection is dropped. */
    private Optional<Answer> fail(Fault fault, Call call) {
        return switch (fault) {
            case UNAVAILABLE -> Optional.of(Answer.error(503, "Service temporarily unavailable."));
            case UNAVAILABLE_FOR ->
                Optional.of(
                        Answer.error(503, "Service temporarily unavailable.").with("Retry-After", "7"));
            case ERROR -> Optional.of(Answer.error(500, "Internal server error"));
            case ERROR_AFTERWARDS -> {
                api.answer(call, false);
                yield Optional.of(Answer.error(500, "Internal server error"));
            }
            case THROTTLED -> Optional.of(throttled().with("Retry-After", "7"));
            case THROTTLED_UNTIL ->
                Optional.of(throttled()
                        .with(
                                "Retry-After",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        clock.instant().plusSeconds(7).atOffset(ZoneOffset.UTC))));
            case THROTTLED_BY_GATEWAY -> Optional.of(Answer.html(429, page("Too many requests")));
            case HTML_ERROR -> Optional.of(Answer.html(502, page("Bad gateway")));
            case UNAUTHORIZED ->
                Optional.of(Answer.error(401, "Client must be authenticated to access this resource.")
                        .with("X-Seraph-LoginReason", "AUTHENTICATED_FAILED"));
            case ANONYMOUS -> Optional.of(api.answer(call, true));
            case DROPPED -> Optional.empty();
            case ANSWER_LOST -> {
                api.answer(call, false);
                yield Optional.empty();
            }
            case TOO_LATE -> {
                api.answer(call, false);
                await(misbehaviour.tooLate());
                yield Optional.empty();
            }
        };
    }

    private static Answer throttled() {
        return Answer.error(429, "Rate limit exceeded.").with("RateLimit-Reason", "jira-burst-based");
    }

    private static String page(String words) {
        return "<html><head><title>" + words + "</title></head><body>" + words + "</body></html>";
    }

    private static void await(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void remember(Call call, Optional<Answer> answer) {
        String query = call.query().entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
        SandboxExchange exchange = new SandboxExchange(
                call.method(),
                call.path(),
                query,
                call.body(),
                answer.map(Answer::status).orElse(0),
                answer.map(given -> given.headers().getOrDefault("Content-Type", ""))
                        .orElse(""),
                answer.map(Answer::body).orElse(""));
        OBSERVERS.forEach(observer -> observer.observe(exchange));
        synchronized (exchanges) {
            exchanges.addLast(exchange);
            rememberedCharacters += exchange.length();
            while (exchanges.size() > REMEMBERED_EXCHANGES || rememberedCharacters > REMEMBERED_CHARACTERS) {
                rememberedCharacters -= exchanges.removeFirst().length();
            }
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.bytes();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
