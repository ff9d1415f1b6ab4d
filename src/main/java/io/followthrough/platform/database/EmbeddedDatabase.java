package io.followthrough.platform.database;

import io.followthrough.platform.StartRefusedException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own, its data kept in a directory between starts. The library it is started with is made
 * for tests: what it leaves out for speed (durable writes, passwords) is put back here.
 */
final class EmbeddedDatabase implements Closeable {

    static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "followthrough";
    private static final String MAJOR_VERSION = "17";
    private static final String MARK = "# Written by Followthrough: programs of this machine, with the password only.";
    private static final int PASSWORD_BYTES = 24;

    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server on the data in the directory, creating what is missing.
     *
     * @throws StartRefusedException when it cannot be started; says what to do
     */
    static EmbeddedDatabase start(DataDirectory directory) {
        Path home = directory.home();
        Path cluster = home.resolve("postgres");
        Path log = home.resolve("postgres.log");
        checkUser();
        try {
            checkVersion(cluster);
            new OrphanedServer(cluster, home.resolve("postgres-bin")).stop();
            removeUnfinished(cluster);
            Files.deleteIfExists(log);
            return start(home, cluster, log);
        } catch (StartRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new StartRefusedException(
                    "the embedded PostgreSQL does not start (" + e.getMessage() + "); see " + log
                            + ", or give it a PostgreSQL with SPRING_DATASOURCE_URL.",
                    e);
        }
    }

    private static EmbeddedDatabase start(Path home, Path cluster, Path log) throws IOException {
        Path passwordFile = home.resolve("postgres.password");
        boolean secured = Files.exists(passwordFile);
        String password = secured ? Files.readString(passwordFile).strip() : randomPassword();
        // The library looks for left-overs of its own below this directory, usually the system's temporary one.
        System.setProperty("ot.epg.working-dir", home.resolve("postgres-bin").toString());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-bin").toFile())
                // Spring closes the pool and then this; a hook of its own would race with that.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                // The same order of text on every operating system, whatever its locales.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The library starts the server with all three off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setConnectConfig("password", password);
        if (File.separatorChar == '/') {
            builder.setServerConfig("unix_socket_directories", "''");
        }
        if (!secured) {
            builder.setDataDirectoryCustomizer(EmbeddedDatabase::trust);
        }
        EmbeddedPostgres server = builder.start();
        try {
            EmbeddedDatabase database = new EmbeddedDatabase(server, password);
            database.prepare();
            if (!secured) {
                database.secure(cluster, passwordFile);
            }
            return database;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static void checkUser() {
        if ("root".equals(System.getProperty("user.name"))
                && File.separatorChar == '/'
                && !LinuxUtils.isUnshareAvailable()) {
            throw new StartRefusedException("PostgreSQL does not run as root, and this machine does not allow the way"
                    + " around it (unshare -U). Start it as another user, or give it a PostgreSQL with"
                    + " SPRING_DATASOURCE_URL.");
        }
    }

    private static void checkVersion(Path cluster) throws IOException {
        Path versionFile = cluster.resolve("PG_VERSION");
        if (Files.exists(versionFile)) {
            String version = Files.readString(versionFile).strip();
            if (!version.equals(MAJOR_VERSION)) {
                throw new StartRefusedException("the data in " + cluster + " were written by PostgreSQL " + version
                        + ", and this is " + MAJOR_VERSION + ". Move them there with pg_dump and pg_restore.");
            }
        }
    }

    /** Without a control file the set-up was cut off before anything could be stored. */
    private static void removeUnfinished(Path cluster) throws IOException {
        if (Files.isDirectory(cluster)
                && !Files.exists(cluster.resolve("global").resolve("pg_control"))) {
            FileSystemUtils.deleteRecursively(cluster);
        }
    }

    private void prepare() throws IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            require(statement, "fsync");
            require(statement, "synchronous_commit");
            require(statement, "full_page_writes");
            boolean exists;
            try (ResultSet found =
                    statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new IOException("it does not answer: " + e.getMessage(), e);
        }
    }

    private static void require(Statement statement, String setting) throws SQLException {
        try (ResultSet shown = statement.executeQuery("show " + setting)) {
            shown.next();
            if (!shown.getString(1).equals("on")) {
                throw new IllegalStateException(setting + " is off: a crash would lose data");
            }
        }
    }

    private static void trust(File cluster) {
        writeAccess(cluster.toPath(), "trust");
    }

    /** From the first start on only who can read our files can log in: other people of this machine cannot. */
    private void secure(Path cluster, Path passwordFile) throws IOException {
        writeAccess(cluster, "scram-sha-256");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter user " + USER + " password '" + password + "'");
            Files.deleteIfExists(passwordFile);
            if (Files.getFileStore(passwordFile.getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        passwordFile,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(passwordFile, password);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("its password cannot be set: " + e.getMessage(), e);
        }
    }

    private static void writeAccess(Path cluster, String method) {
        try {
            Files.writeString(
                    cluster.resolve("pg_hba.conf"),
                    String.join(
                            "\n", MARK, "host all all 127.0.0.1/32 " + method, "host all all ::1/128 " + method, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    private static String randomPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DATABASE;
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("The embedded PostgreSQL did not stop in good order", e);
        }
    }
}
