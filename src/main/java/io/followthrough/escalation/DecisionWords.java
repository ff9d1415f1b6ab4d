package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.notification.Notice;
import io.followthrough.notification.Notices;
import io.followthrough.notification.Todo;
import io.followthrough.platform.History;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people hear about questions at the end of the ladder and about their answers. */
@Component
class DecisionWords {

    private final Notices notices;
    private final Audiences audiences;
    private final History history;

    DecisionWords(Notices notices, Audiences audiences, History history) {
        this.notices = notices;
        this.audiences = audiences;
        this.history = history;
    }

    /** Who is asked hears of it with the digest, once a day at most. */
    void asked(ActionItem item, Question question, Optional<Question> wish, LocalDate today) {
        String words = wish.map(wanted -> audiences.nameOf(item.owner()) + " owns this and wants to give it up: "
                        + wanted.reason() + " Decide whether you agree.")
                .orElse("You are asked to decide: do it by a day, more time, another owner, or not at all.");
        notices.collect(new Notice(
                key(question) + "/" + today,
                item.id(),
                List.of(question.askedOf()),
                Todo.DECIDE,
                item.title(),
                words,
                "",
                "/action-items/" + item.id() + "/decide"));
    }

    /** What waits to be told about a question need not be told any more. */
    void closed(Question question) {
        notices.withdrawAll(key(question) + "/");
    }

    void promised(ActionItem item, Question question, Answer answer, String actor) {
        tellOwner(item, question, actor, " decided that it is to be done by " + answer.requireDay(), answer.reason());
    }

    void extended(ActionItem item, Question question, Answer answer, String actor) {
        tellOwner(item, question, actor, " gave it more time until " + answer.requireDay(), answer.reason());
    }

    void wished(ActionItem item, Answer answer, String actor) {
        history.record(item.id(), actor, "wants-to-give-up", answer.reason() + " (somebody else is asked to agree)");
    }

    private void tellOwner(ActionItem item, Question question, String actor, String words, String reason) {
        if (item.owner().equals(actor)) {
            return;
        }
        notices.collect(new Notice(
                "decided/" + question.id(),
                item.id(),
                List.of(item.owner()),
                Todo.FOLLOW,
                item.title(),
                audiences.nameOf(actor) + words + (reason.isBlank() ? "." : ": " + reason),
                "",
                "/action-items/" + item.id()));
    }

    private static String key(Question question) {
        return "decision/" + question.id();
    }
}
