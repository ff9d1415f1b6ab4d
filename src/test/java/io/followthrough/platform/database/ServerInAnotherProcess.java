package io.followthrough.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that runs the embedded database until it is told to end, or killed. */
final class ServerInAnotherProcess {

    private final Process process;
    final String url;
    final String password;

    private ServerInAnotherProcess(Process process, String url, String password) {
        this.process = process;
        this.url = url;
        this.password = password;
    }

    /** Starts it and waits until the database answers. */
    static ServerInAnotherProcess on(Path home) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerInAnotherProcess.class.getName(),
                        home.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("ready ")) {
                String[] words = line.split(" ");
                return new ServerInAnotherProcess(process, words[1], words[2]);
            }
        }
        throw new IOException("The other process ended before its database was ready");
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    long pid() {
        return process.pid();
    }

    /** Closes the other process's input, at which it stops in good order. */
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor();
    }

    public static void main(String[] arguments) throws IOException {
        try (DataDirectory directory = DataDirectory.lock(arguments[0]);
                EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            System.out.println("ready " + database.jdbcUrl() + " " + database.password());
            while (System.in.read() != -1) {
                // Only the end of the input counts.
            }
        }
    }
}
