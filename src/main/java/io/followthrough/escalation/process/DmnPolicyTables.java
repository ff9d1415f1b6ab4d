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
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code escalation-policy.dmn} and what administrators make of it, evaluated by the engine for decisions. */
@Component
class DmnPolicyTables implements PolicyTables {

    private static final String DECISION = "escalation-policy";
    private static final Pattern ROW_ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");

    private final MatchedRows matchedRows = new MatchedRows();
    private final DmnEngine engine = matchedRows.engine();
    private final RepositoryService repository;

    DmnPolicyTables(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public PolicyTable read(String dmn) {
        if (dmn.contains("<!DOCTYPE")) {
            throw new InvalidInputException("A table has no document type: remove <!DOCTYPE.");
        }
        try {
            DmnModelInstance model = model(dmn);
            Decision decision = decision(model);
            DecisionTable table = (DecisionTable) decision.getExpression();
            refuseForeignLanguages(model);
            String versionTag = decision.getVersionTag();
            return new PolicyTable(versionTag == null ? "" : versionTag, rows(table), ladders(model));
        } catch (DmnEngineException | ModelException | ClassCastException e) {
            throw new InvalidInputException("This is no decision table that can be read: " + reason(e));
        }
    }

    @Override
    public String edit(String dmn, Map<String, Map<String, String>> cells, Set<String> removed) {
        DmnModelInstance model = model(dmn);
        DecisionTable table = (DecisionTable) decision(model).getExpression();
        Map<String, Rule> rules = new LinkedHashMap<>();
        table.getRules().forEach(rule -> rules.put(rule.getId(), rule));
        removed.stream()
                .map(rules::remove)
                .filter(Objects::nonNull)
                .forEach(rule -> table.getRules().remove(rule));
        cells.forEach((id, texts) -> {
            if (!removed.contains(id)) {
                write(table, rules.computeIfAbsent(id, key -> added(model, table, key)), texts);
            }
        });
        return Dmn.convertToString(model);
    }

    private static Rule added(DmnModelInstance model, DecisionTable table, String id) {
        if (!ROW_ID.matcher(id).matches()) {
            throw new InvalidInputException(
                    "\"" + id + "\" cannot be the id of a row: write one such as Row_Late5, without spaces.");
        }
        Rule rule = model.newInstance(Rule.class, id);
        table.getRules().add(rule);
        table.getInputs().forEach(input -> rule.getInputEntries().add(withText(model, InputEntry.class)));
        table.getOutputs().forEach(output -> rule.getOutputEntries().add(withText(model, OutputEntry.class)));
        return rule;
    }

    private static <T extends ModelElementInstance> T withText(DmnModelInstance model, Class<T> type) {
        T entry = model.newInstance(type);
        entry.addChildElement(model.newInstance(Text.class));
        return entry;
    }

    private static void write(DecisionTable table, Rule rule, Map<String, String> texts) {
        List<InputEntry> inputs = List.copyOf(rule.getInputEntries());
        int column = 0;
        for (Input input : table.getInputs()) {
            String text = texts.get(name(input.getLabel(), "input"));
            if (text != null) {
                inputs.get(column).getText().setTextContent(text);
            }
            column++;
        }
        List<OutputEntry> outputs = List.copyOf(rule.getOutputEntries());
        column = 0;
        for (Output output : table.getOutputs()) {
            String text = texts.get(name(output.getName(), "output"));
            if (text != null) {
                outputs.get(column).getText().setTextContent(text);
            }
            column++;
        }
    }

    @Override
    public void show(String dmn, String title) {
        repository
                .createDeployment()
                .name(title)
                .addString(DECISION + ".dmn", dmn)
                .deploy();
    }

    private static DmnModelInstance model(String dmn) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
    }

    private static Decision decision(DmnModelInstance model) {
        if (model.getModelElementById(DECISION) instanceof Decision decision
                && decision.getExpression() instanceof DecisionTable) {
            return decision;
        }
        throw new InvalidInputException("There is no decision table with the id " + DECISION + ".");
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
            List<InputEntry> inputs = List.copyOf(rule.getInputEntries());
            int column = 0;
            for (Input input : table.getInputs()) {
                cells.put(
                        name(input.getLabel(), "input"),
                        text(inputs.get(column++).getTextContent()));
            }
            List<OutputEntry> outputs = List.copyOf(rule.getOutputEntries());
            column = 0;
            for (Output output : table.getOutputs()) {
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
                    one(Rung.Only.class, output(row, "onlyWhen", String.class)),
                    audiences(row),
                    output(row, "raisePriority", Boolean.class),
                    watch(row),
                    output(row, "label", String.class),
                    output(row, "say", String.class),
                    row.getId());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(row.getId() + ": " + e.getMessage() + ".");
        }
    }

    /** Tables from before there was such a column let nobody watch, and so does an empty cell. */
    private static boolean watch(DmnEvaluatedDecisionRule row) {
        DmnEvaluatedOutput output = row.getOutputEntries().get("watch");
        boolean says = output != null && output.getValue().getValue() != null;
        return says && output(row, "watch", Boolean.class);
    }

    private static Set<Audience> audiences(DmnEvaluatedDecisionRule row) {
        return Arrays.stream(output(row, "tell", String.class).split(","))
                .map(word -> one(Audience.class, word))
                .collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> E one(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word.strip() + "\" is none of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
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
