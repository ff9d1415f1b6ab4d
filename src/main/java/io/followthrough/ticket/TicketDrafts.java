package io.followthrough.ticket;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.Postmortems;
import io.followthrough.team.Team;
import io.followthrough.team.Teams;
import io.followthrough.ticket.TicketText.Block.Paragraph;
import io.followthrough.ticket.TicketText.Emphasis;
import io.followthrough.ticket.TicketText.Inline;
import io.followthrough.ticket.TicketText.Inline.Link;
import io.followthrough.ticket.TicketText.Inline.Mention;
import io.followthrough.ticket.TicketText.Inline.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a new ticket says. */
@Component
class TicketDrafts {

    private final ActionItems items;
    private final Postmortems postmortems;
    private final TicketRecords records;
    private final People people;
    private final Teams teams;
    private final FollowthroughProperties properties;

    TicketDrafts(
            ActionItems items,
            Postmortems postmortems,
            TicketRecords records,
            People people,
            Teams teams,
            FollowthroughProperties properties) {
        this.items = items;
        this.postmortems = postmortems;
        this.records = records;
        this.people = people;
        this.teams = teams;
        this.properties = properties;
    }

    /** Empty when the item is settled meanwhile, so that no ticket is needed. */
    @Transactional(readOnly = true)
    Optional<TicketDraft> of(String actionItem) {
        ActionItem item = items.get(actionItem);
        return item.status() == ActionItemStatus.OPEN ? Optional.of(draft(item)) : Optional.empty();
    }

    private TicketDraft draft(ActionItem item) {
        Postmortem postmortem = postmortems.get(item.postmortem());
        Optional<Person> owner = people.find(item.owner());
        Paragraph origin = new Paragraph(List.of(
                new Words("Promised in postmortem ", Emphasis.NONE),
                new Link(
                        postmortem.key() + ": " + postmortem.title(),
                        properties.link("/postmortems/" + postmortem.key())),
                new Words(".", Emphasis.NONE)));
        Paragraph facts = new Paragraph(List.of(
                new Words("Owner: ", Emphasis.NONE),
                owner.<Inline>map(person -> new Mention(person.name(), person.mail() == null ? "" : person.mail()))
                        .orElseGet(() -> new Words(item.owner(), Emphasis.NONE)),
                new Words(
                        ". Priority: " + item.priority() + ". Due: " + item.dueDate() + ". Kind: "
                                + item.kind().name().toLowerCase(Locale.ROOT) + ".",
                        Emphasis.NONE)));
        TicketText description = TicketMarkdown.read(item.description()).and(new TicketText(List.of(origin, facts)));
        return new TicketDraft(
                records.get(item.id()).marker(),
                item.id(),
                item.title(),
                description,
                properties.link("/action-items/" + item.id()),
                item.dueDate(),
                item.priority().name(),
                List.of("followthrough", postmortem.key().toString().toLowerCase(Locale.ROOT)),
                owner.map(Person::mail).orElse(null),
                teams.of(item.owner()).map(Team::name).orElse(null));
    }
}
