package io.followthrough.notification;

import java.time.Instant;

/** When people are to be left alone. */
@FunctionalInterface
public interface QuietHours {

    /** The instant itself when this person may be told then, or else when their quiet hours and the freezes end. */
    Instant awake(String person, Instant instant);
}
