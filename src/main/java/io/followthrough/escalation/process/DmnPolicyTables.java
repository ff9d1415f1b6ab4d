package io.followthrough.escalation.process;

import io.followthrough.actionitem.Priority;
import io.followthrough.escalation.Audience;
import io.followthrough.escalation.PolicyTable;
import io.followthrough.escalation.PolicyTable.Row;
import io.followthrough.escalation.PolicyTables;
import io.followthrough.escalation.Rung;
import io.followthrough.escalation.RungTime;
import io.followthrough.platform.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code escalation-policy.dmn} and what administrators make of it, evaluated by the engine for decisions. */
@Component
class DmnPolicyTables implements PolicyTables {

    static final String DECISION = "escalation-policy";

    private final MatchedRows matchedRows = new MatchedRows();
    private final DmnEngine engine = matchedRows.engine();

    @Override
    public PolicyTable read(String dmn) {
        if (dmn.contains("<!DOCTYPE")) {
            throw new InvalidInputException("A table has no document type: remove <!DOCTYPE.");
        }
        try {
            DmnModelInstance model =
                    Dmn.readModelFromStream(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
            Decision decision = model.getModelElementById(DECISION);
            if (decision == null || !(decision.getExpression() instanceof DecisionTable table)) {
                throw new InvalidInputException("There is no decision table with the id " + DECISION + ".");
            }
            refuseForeignLanguages(model);
            String versionTag = decision.getVersionTag();
            return new PolicyTable(versionTag == null ? "" : versionTag, rows(table), ladders(model));
        } catch (DmnEngineException | ModelException | ClassCastException e) {
            throw new InvalidInputException("This is no decision table that can be read: " + reason(e));
        }
    }

    /** Cells are FEEL: a script in them would run with everything the application may do. */
    private static void refuseForeignLanguages(DmnModelInstance model) {
        List<@Nullable String> languages = new ArrayList<>();
        model.getModelElementsByType(LiteralExpression.class)
                .forEach(cell -> languages.add(cell.getExpressionLanguage()));
        model.getModelElementsByType(UnaryTests.class).forEach(cell -> languages.add(cell.getExpressionLanguage()));
        languages.add(model.getDefinitions().getExpressionLanguage());
        for (String language : languages) {
            if (language != null && !language.toLowerCase(Locale.ROOT).contains("feel")) {
                throw new InvalidInputException("Cells are written in FEEL, not in " + language + ".");
            }
        }
    }

    private static List<Row> rows(DecisionTable table) {
        List<Row> rows = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            Map<String, String> cells = new LinkedHashMap<>();
            List<UnaryTests> inputs = List.copyOf(rule.getInputEntries());
            int column = 0;
            for (var input : table.getInputs()) {
                cells.put(
                        name(input.getLabel(), "input"),
                        text(inputs.get(column++).getTextContent()));
            }
            List<LiteralExpression> outputs = List.copyOf(rule.getOutputEntries());
            column = 0;
            for (var output : table.getOutputs()) {
                cells.put(
                        name(output.getName(), "output"),
                        text(outputs.get(column++).getTextContent()));
            }
            String description =
                    rule.getDescription() == null ? "" : rule.getDescription().getTextContent();
            rows.add(new Row(rule.getId(), description, cells));
        }
        return rows;
    }

    private Map<Priority, List<Rung>> ladders(DmnModelInstance model) {
        DmnDecision decision = engine.parseDecision(DECISION, model);
        Map<Priority, List<Rung>> ladders = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            List<DmnEvaluatedDecisionRule> rows = matchedRows.during(() -> engine.evaluateDecisionTable(
                    decision, Variables.createVariables().putValue("priority", priority.name())));
            ladders.put(priority, rows.stream().map(DmnPolicyTables::rung).toList());
        }
        return ladders;
    }

    private static Rung rung(DmnEvaluatedDecisionRule row) {
        try {
            return new Rung(
                    output(row, "rung", String.class),
                    RungTime.of(output(row, "when", String.class)),
                    Rung.Only.valueOf(
                            output(row, "onlyWhen", String.class).strip().toUpperCase(Locale.ROOT)),
                    audiences(row),
                    output(row, "raisePriority", Boolean.class),
                    output(row, "label", String.class),
                    output(row, "say", String.class),
                    row.getId());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(row.getId() + ": " + e.getMessage() + ".");
        }
    }

    private static Set<Audience> audiences(DmnEvaluatedDecisionRule row) {
        return Arrays.stream(output(row, "tell", String.class).split(","))
                .map(word -> Audience.valueOf(word.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static <T> T output(DmnEvaluatedDecisionRule row, String name, Class<T> type) {
        DmnEvaluatedOutput output = row.getOutputEntries().get(name);
        if (output == null || !type.isInstance(output.getValue().getValue())) {
            throw new IllegalArgumentException(name + " is missing or not of its kind");
        }
        return type.cast(output.getValue().getValue());
    }

    private static String name(@Nullable String name, String otherwise) {
        return name == null ? otherwise : name;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
