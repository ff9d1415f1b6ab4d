package io.followthrough.notification;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * When people get the one message of the day.
 *
 * @param enabled whether digests are sent by themselves
 * @param at the morning of those who have set no working hours of their own, in their zone
 * @param onDaysOff whether weekends and holidays have a morning, too
 * @param gather how long it has to be quiet before a digest that is due goes out, so that what comes together is told
 *     together; nothing is held up for more than six times as long
 * @param poll how often it is looked for digests that are due
 */
@ConfigurationProperties("followthrough.digest")
record DigestProperties(
        @DefaultValue("true") boolean enabled,

        @DefaultValue("08:00") @DateTimeFormat(iso = ISO.TIME)
        LocalTime at,

        @DefaultValue("false") boolean onDaysOff,
        @DefaultValue("5m") Duration gather,
        @DefaultValue("30s") Duration poll) {}
