package io.followthrough.escalation.process;

import io.followthrough.actionitem.Priority;
import io.followthrough.escalation.EscalationPolicy;
import io.followthrough.escalation.PolicyTable;
import io.followthrough.escalation.PolicyTables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** {@code escalation-policy.dmn} as it was deployed last. */
@Component
class DecisionTableEscalationPolicy implements EscalationPolicy {

    private final RepositoryService repository;
    private final PolicyTables tables;

    /** Definitions never change. */
    private final Map<String, PolicyTable> read = new ConcurrentHashMap<>();

    DecisionTableEscalationPolicy(RepositoryService repository, PolicyTables tables) {
        this.repository = repository;
        this.tables = tables;
    }

    @Override
    public Ladder ladderFor(Priority priority) {
        DecisionDefinition newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(DmnPolicyTables.DECISION)
                .latestVersion()
                .singleResult();
        PolicyTable table = read.computeIfAbsent(newest.getId(), this::read);
        return new Ladder(
                DmnPolicyTables.DECISION + " " + newest.getVersionTag() + " v" + newest.getVersion(),
                table.ladderFor(priority));
    }

    private PolicyTable read(String definition) {
        try (InputStream model = repository.getDecisionModel(definition)) {
            return tables.read(new String(model.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
