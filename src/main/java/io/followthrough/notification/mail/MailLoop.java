package io.followthrough.notification.mail;

import io.followthrough.notification.MessageQueued;
import io.followthrough.platform.PollingThread;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Delivers mail on a thread of its own: at once after a commit that queued some, and now and then what waits. */
class MailLoop implements SmartLifecycle {

    private static final Duration LAST_MAIL = Duration.ofSeconds(20);

    private final Mailer mailer;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final PollingThread thread;

    MailLoop(Mailer mailer, Duration poll) {
        this.mailer = mailer;
        this.thread = new PollingThread("mail", poll, LAST_MAIL, this::deliverAll);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(MessageQueued event) {
        if (isRunning() && awake.compareAndSet(false, true)) {
            thread.wake();
        }
    }

    private void deliverAll() {
        awake.set(false);
        while (isRunning() && mailer.deliverNext()) {
            // One message after the other, each with its own claim.
        }
    }

    @Override
    public void start() {
        thread.start(Duration.ZERO);
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
