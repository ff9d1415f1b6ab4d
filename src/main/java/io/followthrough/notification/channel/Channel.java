package io.followthrough.notification.channel;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A place that is told what happens.
 *
 * @param url where to; for Slack and Teams a secret in itself
 * @param secret what deliveries are signed with, for {@link ChannelKind#WEBHOOK}; empty for the others
 * @param team whose action items it hears of, or null for those of all
 */
public record Channel(
        long id,
        ChannelKind kind,
        String name,
        String url,
        String secret,
        @Nullable Long team) {

    /** Whether people read there, who may be asleep. */
    public boolean isForPeople() {
        return kind != ChannelKind.WEBHOOK;
    }

    /** Enough of the address to know it by. */
    public String shownUrl() {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority() + "/…";
    }
}
