package io.followthrough.escalation.process;

import io.followthrough.escalation.LadderSweep;
import io.followthrough.escalation.PolicyActivated;
import io.followthrough.platform.ClockMoved;
import io.followthrough.team.CalendarChanged;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sweeps now and then, and at once after a change that concerns many items. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class SweepLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SweepLoop.class);

    private final LadderSweep sweep;
    private final Duration every;
    private final AtomicBoolean clockMoved = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService thread;

    SweepLoop(LadderSweep sweep, @Value("${followthrough.escalation.sweep:PT1M}") Duration every) {
        this.sweep = sweep;
        this.every = every;
    }

    @TransactionalEventListener({PolicyActivated.class, CalendarChanged.class})
    void hurry() {
        ScheduledExecutorService running = thread;
        if (running != null) {
            running.execute(this::round);
        }
    }

    /** What the time machine has jumped over is not missed: the timers get until the round after the next. */
    @EventListener
    void on(ClockMoved event) {
        clockMoved.set(true);
    }

    private void round() {
        try {
            if (!clockMoved.getAndSet(false)) {
                sweep.round();
            }
        } catch (RuntimeException e) {
            // An exception would end the sweeping for ever.
            LOG.warn("Cannot look at all open items now; trying again in {}", every, e);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread sweeper = new Thread(task, "sweep");
            sweeper.setDaemon(true);
            return sweeper;
        });
        started.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
