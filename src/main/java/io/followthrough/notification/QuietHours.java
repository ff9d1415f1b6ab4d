package io.followthrough.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When people are to be left alone. */
@FunctionalInterface
public interface QuietHours {

    /**
     * The instant itself when this person may be told then, or else when their quiet hours and the freezes end.
     *
     * @param person login name, or null for people in general
     */
    Instant awake(@Nullable String person, Instant instant);
}
