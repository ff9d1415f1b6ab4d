package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new issue of our type may and must have in our project.
 *
 * @param fields ids of the fields that can be set
 * @param requiredFields names and ids of the fields that must be set by whoever creates, "Team (customfield_10001)"
 * @param priorityIds most urgent first; empty when the project has no priorities
 * @param priorityNames ids by name, in small letters
 * @param components names of those that can be set
 * @param epicLink id of the field that names the epic on Jira Data Center; empty where there is none
 */
record JiraScreen(
        String typeId,
        Set<String> fields,
        List<RequiredField> requiredFields,
        List<String> priorityIds,
        Map<String, String> priorityNames,
        Set<String> components,
        String epicLink) {

    private static final String EPIC_LINK = "com.pyxis.greenhopper.jira:gh-epic-link";
    private static final int PRIORITY_STEPS = 4;

    /** What each of our requests sets, or Jira by itself. */
    static final Set<String> WE_SET =
            Set.of("project", "issuetype", "summary", "description", "duedate", "priority", "labels", "reporter");

    record RequiredField(String id, String name) {}

    /** What to do about each field that must be set and is neither set by us nor among these ids. */
    List<String> unfilled(Set<String> alsoSet) {
        return requiredFields.stream()
                .filter(field -> !WE_SET.contains(field.id()) && !alsoSet.contains(field.id()))
                .map(field -> "The field " + field.name() + " is required. Set followthrough.jira.fields." + field.id()
                        + ", or make it optional.")
                .toList();
    }

    static JiraScreen of(String typeId, JsonNode fieldList) {
        Set<String> fields = new LinkedHashSet<>();
        List<RequiredField> required = new ArrayList<>();
        List<String> priorities = new ArrayList<>();
        Map<String, String> priorityNames = new LinkedHashMap<>();
        Set<String> components = new LinkedHashSet<>();
        String epicLink = "";
        for (JsonNode field : fieldList) {
            String id = field.path("fieldId").asText(field.path("key").asText());
            fields.add(id);
            if (field.path("required").asBoolean()
                    && !field.path("hasDefaultValue").asBoolean()) {
                required.add(new RequiredField(id, field.path("name").asText()));
            }
            if (id.equals("priority")) {
                for (JsonNode value : field.path("allowedValues")) {
                    priorities.add(value.path("id").asText());
                    priorityNames.put(
                            value.path("name").asText().toLowerCase(Locale.ROOT),
                            value.path("id").asText());
                }
            }
            if (id.equals("components")) {
                field.path("allowedValues")
                        .forEach(value -> components.add(value.path("name").asText()));
            }
            if (field.at("/schema/custom").asText().equals(EPIC_LINK)) {
                epicLink = id;
            }
        }
        return new JiraScreen(typeId, fields, required, priorities, priorityNames, components, epicLink);
    }

    /** A priority of the project by its name or id. */
    Optional<String> priorityCalled(String nameOrId) {
        return priorityIds.contains(nameOrId)
                ? Optional.of(nameOrId)
                : Optional.ofNullable(priorityNames.get(nameOrId.toLowerCase(Locale.ROOT)));
    }

    /** The priority of the project that stands where P0 to P4 stands among ours; projects may have fewer or more. */
    Optional<String> priorityId(String ours) {
        if (priorityIds.isEmpty() || !ours.matches("P[0-4]")) {
            return Optional.empty();
        }
        int step = ours.charAt(1) - '0';
        return Optional.of(priorityIds.get(Math.round(step * (priorityIds.size() - 1f) / PRIORITY_STEPS)));
    }

    /** The next more urgent priority; empty at the top, or when the project does not have the present one. */
    Optional<String> nextHigherPriorityId(@Nullable String present) {
        int at = priorityIds.indexOf(present);
        return at > 0 ? Optional.of(priorityIds.get(at - 1)) : Optional.empty();
    }
}
