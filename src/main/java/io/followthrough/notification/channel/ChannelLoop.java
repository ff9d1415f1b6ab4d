package io.followthrough.notification.channel;

import io.followthrough.platform.PollingThread;
import java.io.IOException;
import java.time.Duration;
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
    private final PollingThread thread;

    ChannelLoop(ChannelSender sender, ChannelHttp http, Duration poll) {
        this.sender = sender;
        this.http = http;
        this.poll = poll;
        this.thread = new PollingThread("channels", poll, LAST_DELIVERY, this::deliverAll);
    }

    private void deliverAll() {
        while (isRunning() && sender.deliverNext()) {
            // One delivery after the other, each with its own claim.
        }
    }

    @Override
    public void start() {
        thread.start(poll);
    }

    @Override
    public void stop() {
        thread.stop();
        try {
            http.close();
        } catch (IOException e) {
            LOG.warn("Connections to channels could not be closed", e);
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
