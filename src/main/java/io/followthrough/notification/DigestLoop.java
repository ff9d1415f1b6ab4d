package io.followthrough.notification;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for digests and reports that are due, on a thread of its own. */
@Component
@ConditionalOnProperty(name = "followthrough.digest.enabled", matchIfMissing = true)
class DigestLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DigestLoop.class);
    private static final int LAST_DIGEST_SECONDS = 10;

    private final Digests digests;
    private final Reports reports;
    private final DigestProperties settings;
    private volatile @Nullable ScheduledExecutorService thread;

    DigestLoop(Digests digests, Reports reports, DigestProperties settings) {
        this.digests = digests;
        this.reports = reports;
        this.settings = settings;
    }

    private void look() {
        try {
            digests.sendDue();
            reports.sendDue();
        } catch (RuntimeException e) {
            // An exception would end the looking for ever.
            LOG.error("Digests could not be sent; it is tried again in {}", settings.poll(), e);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "digest"));
        long pause = settings.poll().toMillis();
        started.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Lets the digest that is being written be finished. */
    @Override
    public void stop() {
        ScheduledExecutorService stopping = thread;
        thread = null;
        if (stopping == null) {
            return;
        }
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(LAST_DIGEST_SECONDS, TimeUnit.SECONDS)) {
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
