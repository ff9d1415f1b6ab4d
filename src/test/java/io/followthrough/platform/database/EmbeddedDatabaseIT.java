package io.followthrough.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.platform.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Real processes, really killed. All tests use one directory, so that PostgreSQL is unpacked and set up once. */
class EmbeddedDatabaseIT {

    private static final Path HOME = Path.of("target", "embedded-database").toAbsolutePath();
    private static final Path PID_FILE = HOME.resolve("postgres").resolve("postmaster.pid");

    @BeforeAll
    static void createTable() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        whileRunning(database -> execute(database, "create table note (text text)"));
    }

    @AfterAll
    static void removeDirectory() throws IOException {
        FileSystemUtils.deleteRecursively(HOME);
    }

    @Test
    void keepsWhatWasCommittedWhenTheProcessIsKilled() throws Exception {
        ServerInAnotherProcess other = ServerInAnotherProcess.on(HOME);
        try (Connection connection = DriverManager.getConnection(other.url, EmbeddedDatabase.USER, other.password);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into note values ('committed')");
        }
        ProcessHandle orphan = ProcessHandle.of(postmaster()).orElseThrow();

        other.kill();

        assertThat(orphan.isAlive()).as("the database outlives the process").isTrue();
        whileRunning(database -> {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(query(database, "select text from note")).isEqualTo("committed");
        });
    }

    @Test
    void aSecondStartLeavesTheFirstAloneAndNamesIt() throws Exception {
        ServerInAnotherProcess first = ServerInAnotherProcess.on(HOME);

        assertThatThrownBy(() -> DataDirectory.lock(HOME.toString()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("already running")
                .hasMessageContaining("process " + first.pid())
                .hasMessageNotContaining("\n");

        try (Connection connection = DriverManager.getConnection(first.url, EmbeddedDatabase.USER, first.password)) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(first.end()).isZero();
        assertThat(PID_FILE).doesNotExist();
    }

    @Test
    void startsWhenBothWereKilledAndTheirProcessIdWentToAnother() throws Exception {
        ServerInAnotherProcess other = ServerInAnotherProcess.on(HOME);
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        other.kill();
        server.destroyForcibly();
        server.onExit().get(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS);
        List<String> lines = Files.readAllLines(PID_FILE);
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(PID_FILE, lines, StandardOpenOption.TRUNCATE_EXISTING);

        whileRunning(database -> assertThat(query(database, "select 'there'")).isEqualTo("there"));
    }

    @Test
    void writesDurablyUnlikeTheLibraryItIsStartedWith() throws Exception {
        whileRunning(database -> {
            assertThat(query(database, "show fsync")).isEqualTo("on");
            assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(database, "show full_page_writes")).isEqualTo("on");
            assertThat(query(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        whileRunning(database -> assertThatThrownBy(
                        () -> DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.USER, "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed"));
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        Path home = HOME.resolve("other-version");
        Files.createDirectories(home.resolve("postgres"));
        Files.writeString(home.resolve("postgres").resolve("PG_VERSION"), "16\n");

        try (DataDirectory directory = DataDirectory.lock(home.toString())) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("PostgreSQL 16");
        }
    }

    private static long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(PID_FILE).get(0).strip());
    }

    private interface Use {
        void of(EmbeddedDatabase database) throws Exception;
    }

    private static void whileRunning(Use use) throws Exception {
        try (DataDirectory directory = DataDirectory.lock(HOME.toString());
                EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            use.of(database);
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.USER, database.password());
    }
}
