package io.followthrough.notification;

import io.followthrough.platform.PollingThread;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for digests and reports that are due, on a thread of its own. */
@Component
@ConditionalOnProperty(name = "followthrough.digest.enabled", matchIfMissing = true)
class DigestLoop implements SmartLifecycle {

    private static final Duration LAST_DIGEST = Duration.ofSeconds(10);

    private final PollingThread thread;
    private final Duration poll;

    DigestLoop(Digests digests, Reports reports, DigestProperties settings) {
        this.poll = settings.poll();
        this.thread = new PollingThread("digest", poll, LAST_DIGEST, () -> {
            digests.sendDue();
            reports.sendDue();
        });
    }

    @Override
    public void start() {
        thread.start(poll);
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
