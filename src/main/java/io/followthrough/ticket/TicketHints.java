package io.followthrough.ticket;

/** Takes word that a ticket may have changed. A hint is never believed: it is a reason to read the ticket again. */
public interface TicketHints {

    /**
     * Notes the hint and returns at once.
     *
     * @param deliveryId the same for every repetition of this hint
     * @param ticketId the tracker's own id; may belong to a ticket that is none of ours
     * @param deleted whether the tracker says that the ticket is gone
     */
    default void hint(String deliveryId, String ticketId, boolean deleted) {
        hint(deliveryId, ticketId, deleted, "");
    }

    /** @param who who did what the hint is about, as the tracker says; empty when it does not */
    void hint(String deliveryId, String ticketId, boolean deleted, String who);
}
