package io.followthrough.notification.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Delivers on a thread of its own, so that nobody waits for a channel. */
class ChannelLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelLoop.class);
    private static final Duration LAST_DELIVERY = Duration.ofSeconds(15);

    private final ChannelSender sender;
    private final ChannelHttp http;
    private final Duration poll;
    private volatile @Nullable ScheduledExecutorService thread;

    ChannelLoop(ChannelSender sender, ChannelHttp http, Duration poll) {
        this.sender = sender;
        this.http = http;
        this.poll = poll;
    }

    private void deliverAll() {
        try {
            while (isRunning() && sender.deliverNext()) {
                // One delivery after the other, each with its own claim.
            }
        } catch (RuntimeException e) {
            // An exception would end the polling for ever; what waits stays queued.
            LOG.error("Channels could not be told; it is tried again in {}", poll, e);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "channels"));
        started.scheduleWithFixedDelay(this::deliverAll, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopping = thread;
        thread = null;
        if (stopping == null) {
            return;
        }
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(LAST_DELIVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                stopping.shutdownNow();
            }
            http.close();
        } catch (InterruptedException e) {
            stopping.shutdownNow();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("Connections to channels could not be closed", e);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
