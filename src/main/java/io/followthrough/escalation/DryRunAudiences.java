package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItemState;
import io.followthrough.escalation.DryRunReport.Sent;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.postmortem.PostmortemKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who would be told about many items: by the present teams, and by who is or was away on the day. */
@Component
class DryRunAudiences {

    private final JdbcClient jdbc;
    private final Audiences audiences;
    private final FollowthroughProperties properties;

    DryRunAudiences(JdbcClient jdbc, Audiences audiences, FollowthroughProperties properties) {
        this.jdbc = jdbc;
        this.audiences = audiences;
        this.properties = properties;
    }

    /** What an item is called, and who answers for its postmortem. */
    private record Named(
            String title,
            PostmortemKey postmortem,
            String author,
            @Nullable String approver) {}

    /** Everything that it depends on who is told; many items ask the same. */
    private record Question(
            String owner, String author, @Nullable String approver, Set<Audience> audiences, LocalDate day) {}

    Asked asked(List<ActionItemState> states) {
        Map<String, Named> names = new HashMap<>();
        jdbc.sql("select i.id, i.title, i.postmortem, p.author, p.approved_by from action_item i"
                        + " join postmortem p on p.number = i.postmortem where i.id = any (?)")
                .param(states.stream().map(ActionItemState::item).distinct().toArray(String[]::new))
                .query(row -> {
                    names.put(
                            row.getString("id"),
                            new Named(
                                    row.getString("title"),
                                    new PostmortemKey(row.getLong("postmortem")),
                                    row.getString("author"),
                                    row.getString("approved_by")));
                });
        return new Asked(names);
    }

    /** Asks each question once. */
    final class Asked {

        private final Map<String, Named> names;
        private final Map<Question, List<Told>> known = new HashMap<>();

        private Asked(Map<String, Named> names) {
            this.names = names;
        }

        Sent sent(Replay.Step step) {
            ActionItemState state = step.state();
            Named named = Objects.requireNonNull(names.get(state.item()), "items have titles");
            LocalDate day = LocalDate.ofInstant(step.at(), properties.zone());
            Question question = new Question(
                    state.owner(), named.author(), named.approver(), step.rung().tell(), day);
            return new Sent(
                    step.at(),
                    state.item(),
                    named.title(),
                    state.priority().name(),
                    step.rung().name(),
                    step.rung().row(),
                    known.computeIfAbsent(
                            question,
                            one -> audiences.of(one.owner(), named.postmortem(), one.audiences(), one.day())));
        }
    }
}
