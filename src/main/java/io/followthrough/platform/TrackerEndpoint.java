package io.followthrough.platform;

import java.net.URI;

/** Where a tracker listens and how to get in, offered by one that this application starts itself. */
public interface TrackerEndpoint {

    URI baseUrl();

    String user();

    String token();

    /** Key of the project that takes the tickets. */
    String project();

    /** What webhooks are signed with. */
    String webhookSecret();
}
