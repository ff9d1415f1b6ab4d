package io.followthrough.escalation.process;

import io.followthrough.actionitem.Priority;
import io.followthrough.escalation.Audience;
import io.followthrough.escalation.EscalationPolicy;
import io.followthrough.escalation.Rung;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** {@code escalation-policy.dmn} on the engine. */
@Component
class DecisionTableEscalationPolicy implements EscalationPolicy {

    private static final String DECISION = "escalation-policy";

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final MatchedRows matchedRows;

    DecisionTableEscalationPolicy(DecisionService decisions, RepositoryService repository, MatchedRows matchedRows) {
        this.decisions = decisions;
        this.repository = repository;
        this.matchedRows = matchedRows;
    }

    @Override
    public Ladder ladderFor(Priority priority) {
        DecisionDefinition table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(DECISION)
                .latestVersion()
                .singleResult();
        List<DmnEvaluatedDecisionRule> rows = matchedRows.during(() ->
                decisions.evaluateDecisionTableById(table.getId(), Variables.putValue("priority", priority.name())));
        return new Ladder(
                DECISION + " " + table.getVersionTag() + " v" + table.getVersion(),
                rows.stream().map(DecisionTableEscalationPolicy::rung).toList());
    }

    private static Rung rung(DmnEvaluatedDecisionRule row) {
        return new Rung(
                output(row, "rung", String.class),
                output(row, "daysFromDue", Number.class).intValue(),
                audiences(row),
                output(row, "raisePriority", Boolean.class),
                output(row, "label", String.class),
                output(row, "say", String.class),
                row.getId());
    }

    private static Set<Audience> audiences(DmnEvaluatedDecisionRule row) {
        return Arrays.stream(output(row, "tell", String.class).split(","))
                .map(word -> Audience.valueOf(word.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static <T> T output(DmnEvaluatedDecisionRule row, String name, Class<T> type) {
        DmnEvaluatedOutput output = row.getOutputEntries().get(name);
        if (output == null || !type.isInstance(output.getValue().getValue())) {
            throw new IllegalStateException(DECISION + ".dmn, " + row.getId() + ": " + name + " is missing");
        }
        return type.cast(output.getValue().getValue());
    }
}
