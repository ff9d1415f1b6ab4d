package io.followthrough;

import io.followthrough.platform.ShiftableClock;
import io.followthrough.platform.TimeMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application in its try-it mode, on ports of its own, with the job executor and the daily digest off.
 *
 * <p>All integration tests share this one context, hence one database: a test works on what it created itself, and
 * has no properties or mock beans of its own. Time is back at the present before and after each test.
 */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@Import({IntegrationTest.Database.class, TrackerOutsideTransactions.class})
public abstract class IntegrationTest {

    @Autowired
    protected JdbcTemplate jdbc;

    /** The engine's jobs, run by hand. */
    protected TestEngine engine;

    /** The clock of the application and its engine. */
    protected TestTime time;

    @Value("${followthrough.base-url}")
    protected URI base;

    @Autowired
    private TimeMachine timeMachine;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        int port = freePort();
        int sandboxPort = freePort();
        settings.add("spring.datasource.url", () -> TestDatabase.url("integration"));
        settings.add("followthrough.try-it", () -> true);
        settings.add("followthrough.data-dir", () -> "target/integration");
        settings.add("server.port", () -> port);
        settings.add("followthrough.base-url", () -> "http://localhost:" + port);
        settings.add("followthrough.sandbox.port", () -> sandboxPort);
        settings.add("followthrough.demo.enabled", () -> false);
        settings.add("camunda.bpm.job-execution.enabled", () -> false);
        settings.add("followthrough.digest.enabled", () -> false);
        settings.add("followthrough.digest.at", () -> "08:00");
        settings.add("followthrough.digest.gather", () -> "5m");
        settings.add("followthrough.channels.enabled", () -> false);
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", TestMail::port);
    }

    /** Ties the server to the context, so that it is closed after the connection pool and not beside it. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Database implements JdbcConnectionDetails, AutoCloseable {

        private final String url;

        Database(@Value("${spring.datasource.url}") String url) {
            this.url = url;
            TestDatabase.keepUntilClosed();
        }

        /** In the place of the application's own, which cannot be held. */
        @Bean
        @Primary
        static ShiftableClock holdableClock() {
            return TestTime.clock();
        }

        @Override
        public String getUsername() {
            return TestDatabase.USER;
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public void close() {
            TestDatabase.close();
        }
    }

    @BeforeEach
    void prepare(@Autowired ProcessEngine processEngine, @Autowired ShiftableClock clock) {
        AbstractAssertions.init(processEngine);
        engine = new TestEngine(
                processEngine.getManagementService(),
                processEngine.getRuntimeService(),
                processEngine.getTaskService());
        time = new TestTime(clock);
        time.reset();
    }

    @AfterEach
    void returnToThePresent() {
        time.reset();
        jdbc.update("delete from setting where name = 'time-machine-offset'");
    }

    /** Moves the time machine, as somebody who tries the application does; everything that listens to it hears of it. */
    protected void moveTimeMachine(Duration by) {
        // It moves the clock from where it has left it itself, and not from where the test has.
        jdbc.update(
                "insert into setting (name, value) values ('time-machine-offset', ?) on conflict (name) do update"
                        + " set value = excluded.value",
                Duration.between(Clock.systemUTC().instant(), time.now()).toString());
        timeMachine.advance(by);
    }

    /** Somebody who is not logged in. */
    protected Visitor anybody() {
        return new Visitor(base);
    }

    /** One of the demo people with a browser, logged in by the login page. */
    protected Visitor visitor(String name) {
        return anybody().login(name, "demo");
    }

    /** A script that calls the API with the name and password of one of the demo people. */
    protected Visitor script(String name) {
        return anybody().withBasic(name, "demo");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
