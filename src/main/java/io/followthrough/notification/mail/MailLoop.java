package io.followthrough.notification.mail;

import io.followthrough.notification.MessageQueued;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Delivers mail on a thread of its own: at once after a commit that queued some, and now and then what waits. */
class MailLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailLoop.class);
    private static final Duration LAST_MAIL = Duration.ofSeconds(20);

    private final Mailer mailer;
    private final Duration poll;
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService thread;

    MailLoop(Mailer mailer, Duration poll) {
        this.mailer = mailer;
        this.poll = poll;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(MessageQueued event) {
        ScheduledExecutorService running = thread;
        if (running != null && awake.compareAndSet(false, true)) {
            running.execute(this::deliverAll);
        }
    }

    private void deliverAll() {
        awake.set(false);
        try {
            while (isRunning() && mailer.deliverNext()) {
                // One message after the other, each with its own claim.
            }
        } catch (RuntimeException e) {
            // An exception would end the polling for ever; the messages stay queued and are tried at the next one.
            LOG.error("Mail could not be delivered; it is tried again in {}", poll, e);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "mail"));
        started.scheduleWithFixedDelay(this::deliverAll, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Lets the mail that is being handed over get through. */
    @Override
    public void stop() {
        ScheduledExecutorService stopping = thread;
        thread = null;
        if (stopping == null) {
            return;
        }
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(LAST_MAIL.toMillis(), TimeUnit.MILLISECONDS)) {
                stopping.shutdownNow();
            }
        } catch (InterruptedException e) {
            stopping.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
