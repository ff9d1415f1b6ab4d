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

    /** What an item is called, and whose it is. */
    private record Named(String title, PostmortemKey postmortem) {}

    private record Question(String owner, PostmortemKey postmortem, Set<Audience> audiences, LocalDate day) {}

    Asked asked(List<ActionItemState> states) {
        Map<String, Named> names = new HashMap<>();
        jdbc.sql("select id, title, postmortem from action_item where id = any (?)")
                .param(states.stream().map(ActionItemState::item).distinct().toArray(String[]::new))
                .query(row -> {
                    names.put(
                            row.getString("id"),
                            new Named(row.getString("title"), new PostmortemKey(row.getLong("postmortem"))));
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
            Question question =
                    new Question(state.owner(), named.postmortem(), step.rung().tell(), day);
            return new Sent(
                    step.at(),
                    state.item(),
                    named.title(),
                    state.priority().name(),
                    step.rung().name(),
                    step.rung().row(),
                    known.computeIfAbsent(
                            question, one -> audiences.of(one.owner(), one.postmortem(), one.audiences(), one.day())));
        }
    }
}
