package io.followthrough.escalation.process;

import io.followthrough.escalation.LadderSweep;
import io.followthrough.escalation.PolicyActivated;
import io.followthrough.platform.ClockMoved;
import io.followthrough.platform.PollingThread;
import io.followthrough.team.CalendarChanged;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private static final Duration LAST_ITEM = Duration.ofSeconds(5);

    private final Duration every;
    private final AtomicBoolean clockMoved = new AtomicBoolean();
    private final PollingThread thread;

    SweepLoop(LadderSweep sweep, @Value("${followthrough.escalation.sweep:PT1M}") Duration every) {
        this.every = every;
        this.thread = new PollingThread("sweep", every, LAST_ITEM, () -> {
            if (!clockMoved.getAndSet(false)) {
                sweep.round();
            }
        });
    }

    @TransactionalEventListener({PolicyActivated.class, CalendarChanged.class})
    void hurry() {
        thread.wake();
    }

    /** What the time machine has jumped over is not missed: the timers get until the round after the next. */
    @EventListener
    void on(ClockMoved event) {
        clockMoved.set(true);
    }

    @Override
    public void start() {
        thread.start(every);
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
