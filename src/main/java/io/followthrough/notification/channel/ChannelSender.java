package io.followthrough.notification.channel;

import io.followthrough.platform.RetryAfter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands deliveries to their channels, each at least once: when we die between a channel's yes and our note of it, it is
 * sent again under the same id.
 */
class ChannelSender {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelSender.class);
    private static final Duration PAUSE_WITHOUT_WORD = Duration.ofMinutes(1);
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final DeliveryQueue queue;
    private final ChannelHttp http;
    private final AddressGuard guard;
    private final Places places;
    private final Clock clock;

    /** When people may be told where they read together. */
    @FunctionalInterface
    interface Places {

        /** @param team whose place it is, or null for everybody's */
        Instant awake(@Nullable Long team, Instant instant);
    }

    ChannelSender(DeliveryQueue queue, ChannelHttp http, AddressGuard guard, Places places, Clock clock) {
        this.queue = queue;
        this.http = http;
        this.guard = guard;
        this.places = places;
        this.clock = clock;
    }

    /** Tries the delivery that has waited longest; false when none is due. */
    boolean deliverNext() {
        Optional<DeliveryQueue.Claimed> delivery = queue.claim();
        delivery.ifPresent(this::deliver);
        return delivery.isPresent();
    }

    private void deliver(DeliveryQueue.Claimed delivery) {
        Instant now = clock.instant();
        Instant awake = awake(delivery, now);
        if (awake.isAfter(now)) {
            queue.postponed(delivery, awake);
            return;
        }
        Optional<String> objection = guard.objection(delivery.channel().url());
        if (objection.isPresent()) {
            queue.givenUp(delivery, objection.get());
            return;
        }
        try {
            settle(delivery, http.post(delivery.channel().url(), delivery.body(), headers(delivery)));
        } catch (AddressGuard.ForbiddenAddressException e) {
            queue.givenUp(delivery, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            String words = e.getClass().getSimpleName() + ": " + e.getMessage();
            LOG.warn("delivery not sent delivery={} attempt={}: {}", delivery.id(), delivery.attempt(), words);
            queue.failed(delivery, words);
        }
    }

    /** Programs never sleep, and whoever tests a channel is awake. */
    private Instant awake(DeliveryQueue.Claimed delivery, Instant now) {
        boolean mayWake = !delivery.channel().isForPeople() || delivery.type().equals(Channels.TEST);
        return mayWake ? now : places.awake(delivery.channel().team(), now);
    }

    private Map<String, String> headers(DeliveryQueue.Claimed delivery) {
        Channel channel = delivery.channel();
        return channel.kind() == ChannelKind.WEBHOOK
                ? WebhookSigning.headers(channel.secret(), "msg_" + delivery.id(), clock.instant(), delivery.body())
                : Map.of();
    }

    private void settle(DeliveryQueue.Claimed delivery, ChannelHttp.Answer answer) {
        int status = answer.status();
        String words = status + (answer.words().isEmpty() ? "" : " " + answer.words());
        if (status / 100 == 2) {
            queue.sent(delivery);
            LOG.info("delivery sent delivery={} attempt={}", delivery.id(), delivery.attempt());
        } else if (status == TOO_MANY || status == UNAVAILABLE) {
            queue.paused(delivery, pause(answer.retryAfter()), words);
        } else if (status / 100 == 5 || status == REQUEST_TIMEOUT || status == TOO_EARLY) {
            queue.failed(delivery, words);
        } else if (status / 100 == 3) {
            queue.givenUp(delivery, words + " It leads elsewhere, which is not followed: correct the address.");
        } else {
            queue.givenUp(delivery, words);
        }
    }

    private Duration pause(@Nullable String retryAfter) {
        Instant until = RetryAfter.read(retryAfter, clock.instant());
        if (until == null) {
            return PAUSE_WITHOUT_WORD;
        }
        Duration pause = Duration.between(clock.instant(), until);
        return pause.isNegative() ? Duration.ZERO : pause;
    }
}
