package io.followthrough.ticket;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tickets are made and watched.
 *
 * @param reconcileEvery how often every ticket is read again, for what messages from the tracker missed
 * @param quietWindow how long a ticket whose creation has an unknown outcome is looked for before it is asked for again;
 *     the tracker's search lags by seconds to minutes
 * @param notDone names of the tracker's resolutions that close a ticket without its having been done: then a reviewer is
 *     asked to agree
 * @param concurrency how many requests for new tickets are under way at the same time, at least one
 */
@ConfigurationProperties("followthrough.ticket")
public record TicketProperties(
        @DefaultValue("60s") Duration reconcileEvery,
        @DefaultValue("10m") Duration quietWindow,

        @DefaultValue({
            "Won't Do",
            "Won't Fix",
            "Duplicate",
            "Cannot Reproduce",
            "Declined",
            "Rejected",
            "Obsolete",
            "Incomplete",
            "Not a bug"
        })
        List<String> notDone,

        @DefaultValue("20") int concurrency) {

    /** @throws IllegalArgumentException when no ticket could ever be made */
    public TicketProperties {
        if (concurrency < 1) {
            throw new IllegalArgumentException(
                    "followthrough.ticket.concurrency is " + concurrency + "; set it to 1 or more.");
        }
    }
}
