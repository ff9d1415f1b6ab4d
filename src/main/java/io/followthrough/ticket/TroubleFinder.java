package io.followthrough.ticket;

import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.ticket.TicketSnapshot.Phase;
import io.followthrough.ticket.TicketTrouble.Kind;
import io.followthrough.ticket.TicketTrouble.Remedy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells from what is known of tickets which of them need a person, and what could be done by whoever may. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TroubleFinder {

    private final TicketRepository tickets;
    private final TroubleEvidenceLoader loader;
    private final TicketTracker tracker;

    TroubleFinder(TicketRepository tickets, TroubleEvidenceLoader loader, TicketTracker tracker) {
        this.tickets = tickets;
        this.loader = loader;
        this.tracker = tracker;
    }

    /** Troubles of open items that nobody has dismissed. */
    List<TicketTrouble> all() {
        return of(tickets.perhapsInTrouble());
    }

    List<TicketTrouble> of(String actionItem) {
        return of(tickets.perhapsInTrouble(actionItem));
    }

    List<TicketTrouble> of(PostmortemKey postmortem) {
        return of(tickets.perhapsInTroubleOf(postmortem.number()));
    }

    private List<TicketTrouble> of(List<Ticket> perhaps) {
        if (perhaps.isEmpty()) {
            return List.of();
        }
        TroubleEvidence evidence =
                loader.load(perhaps.stream().map(Ticket::actionItem).toList());
        return perhaps.stream().flatMap(ticket -> of(ticket, evidence).stream()).toList();
    }

    private List<TicketTrouble> of(Ticket ticket, TroubleEvidence evidence) {
        List<TicketTrouble> all = new ArrayList<>();
        String id = ticket.actionItem();
        String problem = ticket.problem();
        if (problem != null || ticket.state() == TicketState.REFUSED) {
            String why = problem == null ? "Refused." : problem;
            switch (ticket.state()) {
                case MISSING -> add(all, ticket, evidence, Kind.MISSING, why, Remedy.RELINK, Remedy.RECREATE);
                case REFUSED -> {
                    Remedy again = ticket.attachTo() == null ? Remedy.RETRY : Remedy.RECREATE;
                    add(all, ticket, evidence, Kind.REFUSED, why, again, Remedy.RETRY, Remedy.RELINK);
                }
                case LINKED -> {}
                default -> add(all, ticket, evidence, Kind.DELAYED, why, Remedy.RETRY, Remedy.RELINK);
            }
        }
        String refusedChange = evidence.refusedChanges().get(id);
        if (refusedChange != null) {
            add(all, ticket, evidence, Kind.CHANGE_REFUSED, refusedChange, Remedy.RETRY);
        }
        if (ticket.search().twins() != null) {
            add(all, ticket, evidence, Kind.TWINS, Tickets.twinsInWords(ticket), Remedy.RELINK);
        }
        String leftOut = ticket.warnings();
        if (leftOut != null) {
            add(all, ticket, evidence, Kind.LEFT_OUT, leftOut);
        }
        for (TicketDrifts.Flagged drift : evidence.drifts(id)) {
            if (drift.kind() != Kind.WONT_DO) {
                add(all, ticket, evidence, drift.kind(), drift.why());
            } else if (ticket.seen().phase() == Phase.DONE) {
                add(all, ticket, evidence, drift.kind(), drift.why(), Remedy.AGREE);
            }
        }
        return all;
    }

    private void add(
            List<TicketTrouble> all,
            Ticket ticket,
            TroubleEvidence evidence,
            Kind kind,
            String why,
            Remedy... remedies) {
        Instant since = evidence.since(ticket.actionItem(), kind);
        if (evidence.isDismissed(ticket.actionItem(), kind, why, since)) {
            return;
        }
        String key = ticket.key();
        all.add(new TicketTrouble(
                ticket.actionItem(),
                evidence.title(ticket.actionItem()),
                evidence.owner(ticket.actionItem()),
                kind,
                key,
                key == null ? null : tracker.browseUrl(key),
                why,
                since,
                EnumSet.of(Remedy.DISMISS, remedies)));
    }
}
