package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.ticket.TicketChange;
import io.followthrough.ticket.TicketSnapshot;
import io.followthrough.ticket.TicketSnapshot.Phase;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads issues as the REST API shows them. */
final class JiraSnapshots {

    /** What must be asked for. */
    static final List<String> FIELDS =
            List.of("status", "resolution", "duedate", "priority", "assignee", "labels", "updated");

    /** Jira writes its offsets without a colon. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS][XXX][xx]");

    private static final int LONGEST_VALUE = 200;

    private JiraSnapshots() {}

    static TicketSnapshot of(JsonNode issue) {
        JsonNode fields = issue.path("fields");
        Set<String> labels = new LinkedHashSet<>();
        fields.path("labels").forEach(label -> labels.add(label.asText()));
        return new TicketSnapshot(
                issue.path("id").asText(),
                issue.path("key").asText(),
                phase(fields.at("/status/statusCategory/key").asText()),
                fields.at("/status/name").asText(),
                text(fields.at("/resolution/name")),
                date(fields.path("duedate")),
                text(fields.at("/priority/name")),
                text(fields.at("/assignee/displayName")),
                labels,
                instant(fields.path("updated").asText()));
    }

    /** The entries of a change log, newest first. */
    static List<TicketChange> changes(JsonNode histories) {
        List<TicketChange> changes = new ArrayList<>();
        for (JsonNode history : histories) {
            for (JsonNode item : history.path("items")) {
                changes.add(new TicketChange(
                        item.path("field").asText().toLowerCase(Locale.ROOT),
                        Cut.to(LONGEST_VALUE, item.path("fromString").asText()),
                        Cut.to(LONGEST_VALUE, item.path("toString").asText()),
                        Cut.to(LONGEST_VALUE, history.at("/author/displayName").asText("Somebody")),
                        instant(history.path("created").asText())));
            }
        }
        changes.sort(Comparator.comparing(TicketChange::at).reversed());
        return changes;
    }

    /** The category is the only part of a status that means the same in every project. */
    private static Phase phase(String category) {
        return switch (category) {
            case "done" -> Phase.DONE;
            case "indeterminate" -> Phase.IN_PROGRESS;
            default -> Phase.TO_DO;
        };
    }

    private static @Nullable LocalDate date(JsonNode date) {
        try {
            return date.isTextual() ? LocalDate.parse(date.asText()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode text) {
        return text.isTextual() ? text.asText() : null;
    }

    /** An instant in Jira's words; throws what {@link OffsetDateTime#parse} throws. */
    static Instant time(String words) {
        return OffsetDateTime.parse(words, TIME).toInstant();
    }

    private static Instant instant(String time) {
        try {
            return time(time);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
