package io.followthrough.ticket;

import java.util.Collection;
import java.util.Map;

/**
 * The tracker, in the few words Followthrough needs. Every call is one remote exchange and must be made outside any
 * database transaction. No call throws for what the tracker answers: the outcome types say what is known afterwards.
 */
public interface TicketTracker {

    /** Creates a ticket that carries the marker. Made once per attempt, never repeated underneath. */
    CreateOutcome create(TicketDraft draft);

    /**
     * Looks for tickets that carry the marker, the one made by us before copies of it, older before newer. The tracker's
     * search may lag behind by minutes.
     */
    SearchOutcome findByMarker(String marker);

    /**
     * Reads tickets as they are now, by the tracker's own id. An id that is absent from the answer was not found or may
     * not be seen; the two cannot be told apart.
     */
    FetchOutcome fetch(Collection<String> ticketIds);

    /**
     * What was changed on these tickets, when and by whom, as far back as the tracker tells at once. A ticket that
     * is absent from the answer was not found or may not be seen.
     */
    ChangesOutcome changes(Collection<String> ticketIds);

    /**
     * Changes a ticket in one request; the label of the edit proves afterwards that all of it happened.
     *
     * @param link where a comment that is too long for the tracker can be read whole
     */
    EditOutcome edit(String ticketId, TicketEdit edit, String link);

    /** Asks whether tracker, credentials and project are as configured, creating nothing. */
    TrackerHealth probe();

    /** Where the tracker is called; a pause that it asks for holds for all that is called there. */
    String site();

    /** Where a person sees the ticket. */
    String browseUrl(String ticketKey);

    /** What {@link #fetch} answers: the tickets found by id, or why nothing is known. */
    sealed interface FetchOutcome {
        record Found(Map<String, TicketSnapshot> byId) implements FetchOutcome {}

        record Failed(TrackerProblem problem) implements FetchOutcome {}
    }

    /** What {@link #changes} answers: the changes by ticket id, or why nothing is known. */
    sealed interface ChangesOutcome {
        record Found(Map<String, TicketChanges> byId) implements ChangesOutcome {}

        record Failed(TrackerProblem problem) implements ChangesOutcome {}
    }

    /** What {@link #findByMarker} answers. */
    sealed interface SearchOutcome {
        record Found(java.util.List<TicketSnapshot> tickets) implements SearchOutcome {}

        record Failed(TrackerProblem problem) implements SearchOutcome {}
    }

    /** What {@link #create} answers. */
    sealed interface CreateOutcome {
        /** Made. Warnings name optional fields the tracker refused and that were left out. */
        record Created(String id, String key, java.util.List<String> warnings) implements CreateOutcome {}

        /** Certainly not made. */
        record NotCreated(TrackerProblem problem) implements CreateOutcome {}

        /** Perhaps made: the answer was lost. Must be looked up by marker before any further attempt. */
        record Unknown(String reason) implements CreateOutcome {}
    }

    /** What {@link #edit} answers. */
    sealed interface EditOutcome {
        record Edited(java.util.List<String> warnings) implements EditOutcome {}

        record Failed(TrackerProblem problem) implements EditOutcome {}
    }
}
