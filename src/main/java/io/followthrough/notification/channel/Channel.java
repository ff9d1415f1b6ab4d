package io.followthrough.notification.channel;

import java.net.URI;

/**
 * A place that is told what happens.
 *
 * @param url where to; for Slack and Teams a secret in itself
 * @param secret what deliveries are signed with, for {@link ChannelKind#WEBHOOK}; empty for the others
 */
public record Channel(long id, ChannelKind kind, String name, String url, String secret) {

    /** Enough of the address to know it by. */
    public String shownUrl() {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority() + "/…";
    }
}
