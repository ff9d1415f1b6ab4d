package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemAssigned;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.notification.Notice;
import io.followthrough.notification.Notices;
import io.followthrough.notification.Todo;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever gets an open item from somebody else hears of it. */
@Component
class OwnerNews {

    private final ActionItems items;
    private final Notices notices;
    private final Audiences audiences;

    OwnerNews(ActionItems items, Notices notices, Audiences audiences) {
        this.items = items;
        this.notices = notices;
        this.audiences = audiences;
    }

    @EventListener
    void on(ActionItemAssigned event) {
        ActionItem item = items.get(event.id());
        if (item.status() == ActionItemStatus.OPEN && !event.owner().equals(event.actor())) {
            notices.collect(new Notice(
                    "assigned/" + item.id() + "/" + item.dueDateCycle() + "/" + event.owner(),
                    item.id(),
                    List.of(event.owner()),
                    Todo.FOLLOW,
                    item.title(),
                    "You own this now: " + audiences.nameOf(event.actor()) + " handed it over to you.",
                    "",
                    "/action-items/" + item.id()));
        }
    }
}
