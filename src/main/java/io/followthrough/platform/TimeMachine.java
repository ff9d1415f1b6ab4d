package io.followthrough.platform;

import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Moves the one clock of the application and its engine ahead, so that weeks of waiting can be watched in a minute.
 * Works in the try-it mode only, never moves back, and is remembered over restarts.
 */
@Component
public class TimeMachine {

    private static final String SETTING = "time-machine-offset";

    private final RunMode runMode;
    private final ShiftableClock clock;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    TimeMachine(RunMode runMode, ShiftableClock clock, JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.runMode = runMode;
        this.clock = clock;
        this.jdbc = jdbc;
        this.events = events;
    }

    @PostConstruct
    void takeUpWhereItWasLeft() {
        if (runMode.tryIt()) {
            remembered().forEach(clock::setOffset);
        }
    }

    private List<Duration> remembered() {
        return jdbc.query(
                "select value from setting where name = ?",
                (row, number) -> Duration.parse(row.getString("value")),
                SETTING);
    }

    /**
     * Moves the clock ahead.
     *
     * @throws ForbiddenException outside the try-it mode
     * @throws InvalidInputException when the time is not a positive one
     */
    @Transactional
    public void advance(Duration by) {
        if (!runMode.tryIt()) {
            throw new ForbiddenException("There is a time machine in the try-it mode only.");
        }
        if (by.isNegative() || by.isZero()) {
            throw new InvalidInputException("Time moves ahead only.");
        }
        // The row is locked from here to the commit, so that two moves at once add up.
        jdbc.update("insert into setting (name, value) values (?, 'PT0S') on conflict do nothing", SETTING);
        Duration offset = Duration.parse(jdbc.queryForObject(
                        "select value from setting where name = ? for update", String.class, SETTING))
                .plus(by);
        jdbc.update("update setting set value = ? where name = ?", offset.toString(), SETTING);
        events.publishEvent(new ClockMoved(by, clock.instant().plus(by)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                clock.setOffset(offset);
            }
        });
    }
}
