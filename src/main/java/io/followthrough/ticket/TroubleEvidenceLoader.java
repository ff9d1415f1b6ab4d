package io.followthrough.ticket;

import io.followthrough.ticket.TroubleEvidence.Dismissal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads {@link TroubleEvidence} with a query of each kind, however many tickets there are. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TroubleEvidenceLoader {

    private final JdbcTemplate jdbc;
    private final TicketEdits edits;
    private final TicketDrifts drifts;

    TroubleEvidenceLoader(JdbcTemplate jdbc, TicketEdits edits, TicketDrifts drifts) {
        this.jdbc = jdbc;
        this.edits = edits;
        this.drifts = drifts;
    }

    TroubleEvidence load(Collection<String> actionItems) {
        Object ids = actionItems.toArray(String[]::new);
        Map<String, String> titles = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        jdbc.query(
                "select id, title, owner from action_item where id = any (?)",
                row -> {
                    titles.put(row.getString("id"), row.getString("title"));
                    owners.put(row.getString("id"), row.getString("owner"));
                },
                ids);
        Map<String, Map<String, Instant>> deeds = new HashMap<>();
        jdbc.query(
                "select subject, action, max(at) as at from history_entry where subject = any (?)"
                        + " and action like 'ticket-%' group by subject, action",
                row -> {
                    deeds.computeIfAbsent(row.getString("subject"), item -> new HashMap<>())
                            .put(row.getString("action"), row.getTimestamp("at").toInstant());
                },
                ids);
        Map<String, List<Dismissal>> dismissals = new HashMap<>();
        jdbc.query(
                "select action_item, kind, why, at from ticket_dismissal where action_item = any (?)",
                row -> {
                    dismissals
                            .computeIfAbsent(row.getString("action_item"), item -> new ArrayList<>())
                            .add(new Dismissal(
                                    row.getString("kind"),
                                    row.getString("why"),
                                    row.getTimestamp("at").toInstant()));
                },
                ids);
        return new TroubleEvidence(
                titles, owners, edits.problems(actionItems), drifts.flagged(actionItems), deeds, dismissals);
    }
}
