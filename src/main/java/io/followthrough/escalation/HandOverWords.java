package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.notification.Notice;
import io.followthrough.notification.Notices;
import io.followthrough.notification.Todo;
import io.followthrough.platform.FollowthroughProperties;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people hear about items that are offered to somebody. */
@Component
class HandOverWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final Notices notices;
    private final Audiences audiences;
    private final FollowthroughProperties properties;

    HandOverWords(Notices notices, Audiences audiences, FollowthroughProperties properties) {
        this.notices = notices;
        this.audiences = audiences;
        this.properties = properties;
    }

    void offered(ActionItem item, HandOver offer) {
        notices.collect(new Notice(
                key(offer),
                item.id(),
                List.of(offer.to()),
                Todo.ANSWER,
                item.title(),
                nameOf(offer.offeredBy()) + " asks you to take this over from " + nameOf(offer.fromOwner()) + ": "
                        + offer.reason() + " Accept or decline until " + moment(offer.answerBy()) + ".",
                "",
                "/action-items/" + item.id() + "/hand-over"));
    }

    /** Whoever offered it and whoever owned it hear the answer. */
    void answered(ActionItem item, HandOver offer, String words) {
        notices.collect(new Notice(
                key(offer) + "/answer",
                item.id(),
                Stream.of(offer.offeredBy(), offer.fromOwner()).distinct().toList(),
                Todo.FOLLOW,
                item.title(),
                words,
                "",
                "/action-items/" + item.id()));
    }

    /** Who was asked need not be told any more. */
    void closed(HandOver offer) {
        notices.withdraw(key(offer), offer.to());
    }

    String nameOf(String id) {
        return audiences.nameOf(id);
    }

    String moment(Instant instant) {
        return MOMENT.format(instant.atZone(properties.zone()));
    }

    private static String key(HandOver offer) {
        return "hand-over/" + offer.id();
    }
}
