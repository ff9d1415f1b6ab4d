package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.notification.Notices;
import io.followthrough.notification.Notifications;
import io.followthrough.platform.History;
import io.followthrough.ticket.TicketEdit;
import io.followthrough.ticket.Tickets;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens when a rung is reached: people hear of it, the ticket is marked, the history keeps it. */
@Component
class Telling {

    private final Audiences audiences;
    private final RungWords words;
    private final Notifications notifications;
    private final Notices notices;
    private final Tickets tickets;
    private final History history;
    private final ApplicationEventPublisher events;

    Telling(
            Audiences audiences,
            RungWords words,
            Notifications notifications,
            Notices notices,
            Tickets tickets,
            History history,
            ApplicationEventPublisher events) {
        this.audiences = audiences;
        this.words = words;
        this.notifications = notifications;
        this.notices = notices;
        this.tickets = tickets;
        this.history = history;
        this.events = events;
    }

    List<Told> audience(ActionItem item, Rung rung) {
        return audiences.of(item, rung.tell());
    }

    void reached(ActionItem item, Rung rung, Escalation escalation) {
        String names = audiences.names(escalation.told());
        if (words.breaksOut(item, escalation)) {
            notifications.send(words.mail(item, rung, escalation, names));
        } else {
            notices.collect(words.notice(item, rung, escalation));
        }
        events.publishEvent(words.news(item, rung, escalation, names));
        TicketEdit edit = new TicketEdit(
                escalation.ticketLabel(), words.comment(item, rung, escalation, names), rung.raisePriority(), null);
        tickets.requestEdit(item.id(), rung.watch() ? edit.watchedBy(audiences.mails(escalation.told())) : edit);
        history.record(
                item.id(),
                History.FOLLOWTHROUGH,
                "escalated",
                rung.name() + ": told " + names + " (" + RungWords.source(escalation) + ")");
    }
}
