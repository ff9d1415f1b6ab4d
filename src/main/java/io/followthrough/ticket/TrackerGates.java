package io.followthrough.ticket;

/** The gates of all sites; they are kept over restarts. */
public interface TrackerGates {

    /** @param site as {@link TicketTracker#site} tells it */
    TrackerGate of(String site);
}
