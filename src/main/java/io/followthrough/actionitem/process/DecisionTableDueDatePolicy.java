package io.followthrough.actionitem.process;

import io.followthrough.actionitem.DueDatePolicy;
import io.followthrough.actionitem.Priority;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** {@code due-date-policy.dmn} on the engine. */
@Component
class DecisionTableDueDatePolicy implements DueDatePolicy {

    private static final String DECISION = "due-date-policy";

    private final DecisionService decisions;
    private final RepositoryService repository;

    DecisionTableDueDatePolicy(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public Term termFor(Priority priority) {
        DecisionDefinition table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(DECISION)
                .latestVersion()
                .singleResult();
        DmnDecisionTableResult result =
                decisions.evaluateDecisionTableById(table.getId(), Variables.putValue("priority", priority.name()));
        if (result.getSingleEntry() instanceof Number days) {
            return new Term(
                    days.intValue(),
                    DECISION + " " + table.getVersionTag() + " v" + table.getVersion() + ", " + priority);
        }
        throw new IllegalStateException(DECISION + ".dmn has no row for " + priority);
    }
}
