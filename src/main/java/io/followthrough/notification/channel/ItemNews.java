package io.followthrough.notification.channel;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemOpened;
import io.followthrough.actionitem.ActionItemReopened;
import io.followthrough.actionitem.ActionItemRescheduled;
import io.followthrough.actionitem.ActionItemSettled;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.notification.News;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes news of what happens to action items. */
@Component
class ItemNews {

    private final ActionItems items;
    private final Channels channels;
    private final Clock clock;

    ItemNews(ActionItems items, Channels channels, Clock clock) {
        this.items = items;
        this.channels = channels;
        this.clock = clock;
    }

    @EventListener
    void opened(ActionItemOpened event) {
        ActionItem item = items.get(event.id());
        tell("opened", item, item.owner() + " until " + item.dueDate());
    }

    @EventListener
    void settled(ActionItemSettled event) {
        String how = event.settlement().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        tell("settled", items.get(event.id()), how + ", by " + event.actor());
    }

    @EventListener
    void reopened(ActionItemReopened event) {
        tell("reopened", items.get(event.id()), "by " + event.actor());
    }

    @EventListener
    void rescheduled(ActionItemRescheduled event) {
        tell("rescheduled", items.get(event.id()), "Due " + event.dueDate() + ", by " + event.actor());
    }

    private void tell(String what, ActionItem item, String words) {
        channels.tell(new News(
                "action-item." + what + "/" + item.id() + "/" + UUID.randomUUID(),
                "action-item." + what,
                item.id(),
                item.title(),
                words,
                "/action-items/" + item.id(),
                clock.instant(),
                false));
    }
}
