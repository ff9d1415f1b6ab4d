package io.followthrough.platform.database;

import io.followthrough.platform.StartRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server a killed process of ours left behind: it lives on, on a port nobody remembers, and keeps the
 * next one out. Only the holder of the {@link DataDirectory} may ask, so that it cannot be the server of another.
 */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);
    private static final int PID_LINE = 0;
    private static final int START_LINE = 2;

    private final Path cluster;
    private final Path binaries;

    OrphanedServer(Path cluster, Path binaries) {
        this.cluster = cluster;
        this.binaries = binaries;
    }

    /** Stops the server that runs on the cluster, if one does, and clears away a process id that is not its own. */
    void stop() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        Optional<ProcessHandle> process = lines.isEmpty()
                ? Optional.empty()
                : number(lines.get(PID_LINE)).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            // PostgreSQL handles this itself, and with the file also sees backends that outlived their postmaster.
            return;
        }
        if (isServerOf(process.get(), lines)) {
            stop(process.get());
        } else {
            // The id went to another process since (after a restart of the machine, say); PostgreSQL would give up.
            LOG.info(
                    "Clearing the process id {} that another program has now",
                    process.get().pid());
            Files.delete(pidFile);
        }
    }

    private boolean isServerOf(ProcessHandle process, List<String> lines) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        if (Files.isReadable(commandLine)) {
            List<String> arguments = List.of(Files.readString(commandLine).split("\0"));
            return arguments.get(0).contains("postgres") && arguments.contains(cluster.toString());
        }
        boolean postgres = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        Optional<Instant> noted = lines.size() > START_LINE
                ? number(lines.get(START_LINE)).map(Instant::ofEpochSecond)
                : Optional.empty();
        Optional<Instant> started = process.info().startInstant();
        boolean sameStart = noted.isEmpty()
                || started.isEmpty()
                || Duration.between(noted.get(), started.get()).abs().compareTo(CLOCK_TOLERANCE) < 0;
        return postgres && sameStart;
    }

    private void stop(ProcessHandle server) throws IOException {
        LOG.info("Stopping the database server (process {}) that an earlier run left behind", server.pid());
        // A plain termination would wait for clients; these are interrupted, and then what is unfinished is undone.
        signal(server, "INT");
        if (!endsWithin(server, FAST)) {
            signal(server, "QUIT");
            if (!endsWithin(server, AT_ONCE)) {
                throw new StartRefusedException("the database server of an earlier run (process " + server.pid()
                        + ") does not stop. Stop it by hand and start again.");
            }
        }
    }

    private void signal(ProcessHandle server, String signal) throws IOException {
        String pid = Long.toString(server.pid());
        Process sent = isWindows()
                ? new ProcessBuilder(pgCtl().toString(), "kill", signal, pid).start()
                : new ProcessBuilder("kill", "-" + signal, pid).start();
        await(sent.toHandle(), AT_ONCE);
    }

    private Path pgCtl() throws IOException {
        try (Stream<Path> unpacked = Files.walk(binaries, 3)) {
            return unpacked.filter(file -> file.endsWith("pg_ctl.exe"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no pg_ctl below " + binaries));
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration time) {
        return await(process, time) || !process.isAlive();
    }

    private static boolean await(ProcessHandle process, Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static Optional<Long> number(String line) {
        try {
            return Optional.of(Long.parseLong(line.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
