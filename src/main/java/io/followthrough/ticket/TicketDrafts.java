package io.followthrough.ticket;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.Postmortems;
import java.util.ArrayList;
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
    private final FollowthroughProperties properties;

    TicketDrafts(
            ActionItems items,
            Postmortems postmortems,
            TicketRecords records,
            People people,
            FollowthroughProperties properties) {
        this.items = items;
        this.postmortems = postmortems;
        this.records = records;
        this.people = people;
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
        List<String> description = new ArrayList<>();
        if (!item.description().isBlank()) {
            description.add(item.description());
        }
        description.add("Promised in postmortem " + postmortem.key() + ": " + postmortem.title() + ".");
        description.add("Owner: " + owner.map(Person::name).orElse(item.owner()) + ". Priority: " + item.priority()
                + ". Due: " + item.dueDate() + ". Kind: "
                + item.kind().name().toLowerCase(Locale.ROOT) + ".");
        return new TicketDraft(
                records.get(item.id()).marker(),
                item.id(),
                item.title(),
                TicketText.of(description),
                properties.link("/action-items/" + item.id()),
                item.dueDate(),
                item.priority().name(),
                List.of("followthrough", postmortem.key().toString().toLowerCase(Locale.ROOT)),
                owner.map(Person::mail).orElse(null));
    }
}
