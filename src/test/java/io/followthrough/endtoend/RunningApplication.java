package io.followthrough.endtoend;

import io.followthrough.JiraContractWatch;
import io.followthrough.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Followthrough in a process of its own, as somebody who tries it runs it: own data folder, job executor on. */
final class RunningApplication implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);

    private final Path directory;
    private final int port = freePort();
    private final int sandboxPort = freePort();
    private Process process;

    private RunningApplication(Path directory) {
        this.directory = directory;
    }

    /** Starts it with the data of this directory and waits until it answers. */
    static RunningApplication in(Path directory) {
        RunningApplication application = new RunningApplication(directory);
        application.start();
        return application;
    }

    /** Starts it, again on the same ports and data after it was killed, and waits until it answers. */
    void start() {
        try {
            Files.createDirectories(directory);
            process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:TieredStopAtLevel=1",
                            "-Duser.timezone=UTC",
                            "-D" + JiraContractWatch.REPORT + "=" + contractReport(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.followthrough.FollowthroughApplication",
                            "--server.port=" + port,
                            "--followthrough.base-url=" + base(),
                            "--followthrough.sandbox.port=" + sandboxPort,
                            "--followthrough.data-dir=" + directory.resolve("data"),
                            "--followthrough.demo.enabled=false"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("application.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("start of the application, see " + directory.resolve("application.log"))
                .atMost(START)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .failFast(() -> !process.isAlive())
                .until(() -> new Visitor(base()).get("/actuator/health").statusCode() == 200);
    }

    /** As {@code kill -9} does. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A line for each call of its tracker: whether it was as Atlassian's documents say. */
    List<String> contractLines() {
        try {
            return Files.readAllLines(contractReport());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path contractReport() {
        return directory.resolve("jira-contract.txt");
    }

    URI base() {
        return URI.create("http://localhost:" + port);
    }

    URI sandbox() {
        return URI.create("http://localhost:" + sandboxPort);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
