package io.followthrough.platform.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * Says where an instance of an older version of a model goes on in a newer one: at the flow node with the same id, or
 * at the one whose property {@code formerly} names the id of old.
 */
final class MigrationPlans {

    /** Property of a flow node: the id it had in earlier versions. */
    private static final String FORMERLY = "formerly";

    private final ProcessEngine engine;

    MigrationPlans(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * The plan between two versions. Timers keep their instants: a reminder two days after the review began does not
     * begin anew.
     */
    MigrationPlan between(String older, String newer) {
        MigrationPlanBuilder plan =
                engine.getRuntimeService().createMigrationPlan(older, newer).mapEqualActivities();
        formerIds(older, newer).forEach(plan::mapActivities);
        return plan.build();
    }

    private Map<String, String> formerIds(String older, String newer) {
        Map<String, String> renamed = new HashMap<>();
        for (FlowNode node : nodes(newer)) {
            formerly(node).forEach(former -> renamed.put(former, node.getId()));
        }
        renamed.keySet().retainAll(nodes(older).stream().map(FlowNode::getId).toList());
        return renamed;
    }

    private List<FlowNode> nodes(String definition) {
        return List.copyOf(
                engine.getRepositoryService().getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class));
    }

    private static List<String> formerly(FlowNode node) {
        ExtensionElements extensions = node.getExtensionElements();
        if (extensions == null) {
            return List.of();
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName().equals(FORMERLY))
                .map(CamundaProperty::getCamundaValue)
                .toList();
    }
}
