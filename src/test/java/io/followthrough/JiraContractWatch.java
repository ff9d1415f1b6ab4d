package io.followthrough;

import io.followthrough.sandbox.SandboxExchange;
import io.followthrough.sandbox.SandboxObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Holds whatever is said to any sandbox, and whatever that answers, to Atlassian's documents: in every test, for it is
 * told by the sandbox itself, and also in an application that a test starts in a process of its own.
 *
 * <p>Checked after each test, so that no test is slowed down while it looks at the clock. A process of its own checks
 * at once, and writes what it found into the file that {@link #REPORT} names.
 */
public final class JiraContractWatch
        implements SandboxObserver, BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /** The system property that names the file, of a process that runs no tests. */
    public static final String REPORT = "jira.contract.report";

    /** What is written for each exchange that is as it should be. */
    public static final String GOOD = "good";

    private static final Path SUMMARY = Path.of("target/jira-contract.txt");
    /** More than this are not kept until the end of the test. */
    private static final int MOST_WAITING = 20_000;

    private static final int MOST_SHOWN = 5;

    private static final Queue<SandboxExchange> WAITING = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger WAITING_COUNT = new AtomicInteger();
    private static final Queue<String> PROBLEMS = new ConcurrentLinkedQueue<>();
    private static final AtomicLong SEEN = new AtomicLong();
    private static final AtomicLong CHECKED = new AtomicLong();
    private static final AtomicLong WITHOUT_DOCUMENT = new AtomicLong();
    private static volatile boolean requestsCount = true;

    @Override
    public void observe(SandboxExchange exchange) {
        SEEN.incrementAndGet();
        String report = System.getProperty(REPORT);
        if (report != null) {
            write(Path.of(report), check(exchange));
        } else if (WAITING_COUNT.get() < MOST_WAITING) {
            WAITING_COUNT.incrementAndGet();
            WAITING.add(exchange);
        } else {
            PROBLEMS.addAll(check(exchange));
        }
    }

    /** How many exchanges sandboxes of this JVM had, and how many of them were checked or had no document. */
    static long[] counts() {
        return new long[] {SEEN.get(), CHECKED.get() + WITHOUT_DOCUMENT.get()};
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        requestsCount = !context.getRequiredTestClass().isAnnotationPresent(WrongRequests.class);
        context.getRoot().getStore(Namespace.create(JiraContractWatch.class)).getOrComputeIfAbsent("end", end ->
                (Store.CloseableResource) JiraContractWatch::sumUp);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertKept();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        assertKept();
    }

    /** Checks all there was up to now. */
    static void assertKept() {
        List<SandboxExchange> exchanges = new ArrayList<>();
        for (SandboxExchange next = WAITING.poll(); next != null; next = WAITING.poll()) {
            WAITING_COUNT.decrementAndGet();
            exchanges.add(next);
        }
        Stream<SandboxExchange> all = exchanges.size() > 500 ? exchanges.parallelStream() : exchanges.stream();
        all.map(JiraContractWatch::check).forEach(PROBLEMS::addAll);
        List<String> problems = new ArrayList<>();
        for (String next = PROBLEMS.poll(); next != null; next = PROBLEMS.poll()) {
            problems.add(next);
        }
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.size() + " problems with Jira's contract, of which the first are:\n"
                    + String.join("\n", problems.subList(0, Math.min(MOST_SHOWN, problems.size()))));
        }
    }

    private static List<String> check(SandboxExchange exchange) {
        if (!JiraContract.isHere()) {
            WITHOUT_DOCUMENT.incrementAndGet();
            return List.of();
        }
        try {
            return JiraContract.problems(exchange, requestsCount);
        } finally {
            CHECKED.incrementAndGet();
        }
    }

    private static synchronized void write(Path report, List<String> problems) {
        try {
            Files.writeString(
                    report,
                    (problems.isEmpty() ? GOOD : String.join(" ", problems).replace('\n', ' ')) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sumUp() throws IOException {
        Files.createDirectories(SUMMARY.getParent());
        String words = "Held to Atlassian's documents: " + CHECKED.get() + " requests and their answers.";
        if (WITHOUT_DOCUMENT.get() > 0) {
            words += " NOT CHECKED: " + WITHOUT_DOCUMENT.get() + ", because " + JiraContract.ABSENT + ".";
        }
        Files.writeString(SUMMARY, words + "\n");
    }
}
