package io.followthrough;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The one PostgreSQL server of a test run, in {@code target/test-postgres}, gone with the JVM. */
public final class TestDatabase {

    public static final String USER = "postgres";

    private static final Set<String> CREATED = new HashSet<>();
    private static EmbeddedPostgres server;
    private static Thread closer;

    private TestDatabase() {}

    /** JDBC address of the database of this name, empty when first asked for in this JVM. */
    public static synchronized String url(String name) {
        if (server == null) {
            server = start();
        }
        if (CREATED.add(name)) {
            create(name);
        }
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    /** Leaves it to the caller to close the server, after everything that uses it; otherwise the JVM's end does. */
    static synchronized void keepUntilClosed() {
        Runtime.getRuntime().removeShutdownHook(closer);
    }

    static synchronized void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start() {
        Path directory = Path.of("target", "test-postgres").toAbsolutePath();
        // Below this directory zonky also finds, stops and deletes what a killed test run left behind.
        System.setProperty("ot.epg.working-dir", directory.resolve("data").toString());
        closer = new Thread(TestDatabase::close, "test-database-closer");
        Runtime.getRuntime().addShutdownHook(closer);
        try {
            return EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(directory.resolve("bin").toFile())
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "''")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the test database " + name, e);
        }
    }
}
