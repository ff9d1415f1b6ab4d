package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.ticket.jira.JiraMapping.Route;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/** A mapping as an administrator writes it. What is not understood is refused and named, never ignored. */
final class JiraMappingYaml {

    private static final int LONGEST = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TARGET =
            Set.of("project", "issueType", "priorities", "labels", "components", "parent", "fields");
    private static final Set<String> PRIORITIES = Set.of("P0", "P1", "P2", "P3", "P4");

    private JiraMappingYaml() {}

    /**
     * Reads a mapping.
     *
     * @throws IllegalArgumentException saying in one sentence what is wrong and where
     */
    static JiraMapping read(String text) {
        Map<?, ?> all = map(parse(text), "the mapping");
        known(all, Set.of("default", "routes", "people"), "the mapping");
        JiraTarget none = new JiraTarget("", "Task", Map.of(), List.of(), List.of(), "", Map.of());
        JiraTarget usual = target(map(all.get("default"), "default"), none, "default", Set.of());
        if (usual.project().isEmpty()) {
            throw new IllegalArgumentException("default needs a project.");
        }
        List<Route> routes = new ArrayList<>();
        for (Object route : list(all.get("routes"), "routes")) {
            routes.add(route(route, usual, "route " + (routes.size() + 1)));
        }
        Map<String, String> accounts = new LinkedHashMap<>();
        map(all.get("people"), "people")
                .forEach((mail, account) ->
                        accounts.put(text(mail, "people").toLowerCase(Locale.ROOT), text(account, "people")));
        return new JiraMapping(usual, List.copyOf(routes), Map.copyOf(accounts));
    }

    /** The mapping as it would be written. */
    static String write(JiraMapping mapping) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("default", target(mapping.usual()));
        List<Object> routes = new ArrayList<>();
        for (Route route : mapping.routes()) {
            Map<String, Object> one = new LinkedHashMap<>();
            put(one, "teams", List.copyOf(route.teams()));
            put(one, "owners", List.copyOf(route.owners()));
            put(one, "services", List.copyOf(route.services()));
            one.putAll(target(route.target()));
            routes.add(one);
        }
        put(all, "routes", routes);
        put(all, "people", mapping.accounts());
        // By way of JSON, so that no two parts are the same object, which would be written as an alias.
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(new Representer(options), options).dump(JSON.convertValue(JSON.valueToTree(all), Map.class));
    }

    private static Route route(Object written, JiraTarget usual, String where) {
        Map<?, ?> route = map(written, where);
        Set<String> teams = new LinkedHashSet<>(texts(route.get("teams"), where + ", teams"));
        Set<String> owners = new LinkedHashSet<>();
        texts(route.get("owners"), where + ", owners").forEach(mail -> owners.add(mail.toLowerCase(Locale.ROOT)));
        Set<String> services = new LinkedHashSet<>(texts(route.get("services"), where + ", services"));
        if (teams.isEmpty() && owners.isEmpty() && services.isEmpty()) {
            throw new IllegalArgumentException(
                    where + " needs teams, owners or services; for all items there is default.");
        }
        return new Route(teams, owners, services, target(route, usual, where, Set.of("teams", "owners", "services")));
    }

    /** What a route does not say is as in the default, except what belongs to a project when it names another. */
    private static JiraTarget target(Map<?, ?> written, JiraTarget usual, String where, Set<String> more) {
        Set<String> names = new LinkedHashSet<>(TARGET);
        names.addAll(more);
        known(written, names, where);
        String project = text(written, "project", usual.project(), where);
        if (!project.isEmpty() && !project.matches("[A-Za-z][A-Za-z0-9_]{0,254}")) {
            throw new IllegalArgumentException(where + ": " + project + " is no key of a project.");
        }
        boolean same = project.equals(usual.project());
        return new JiraTarget(
                project,
                text(written, "issueType", usual.issueType(), where),
                written.containsKey("priorities") || !same ? priorities(written, where) : usual.priorities(),
                written.containsKey("labels") ? labels(written, where) : usual.labels(),
                written.containsKey("components") || !same
                        ? texts(written.get("components"), where + ", components")
                        : usual.components(),
                text(written, "parent", same ? usual.parent() : "", where),
                written.containsKey("fields") || !same ? fields(written, where) : usual.fields());
    }

    /** All that a target is, also what is empty: left out it would be as in the default. */
    private static Map<String, Object> target(JiraTarget target) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("project", target.project());
        written.put("issueType", target.issueType());
        written.put("priorities", target.priorities());
        written.put("labels", target.labels());
        written.put("components", target.components());
        if (!target.parent().isEmpty()) {
            written.put("parent", target.parent());
        }
        written.put("fields", target.fields());
        return written;
    }

    private static void put(Map<String, Object> written, String name, Object value) {
        boolean empty = value instanceof List<?> list ? list.isEmpty() : ((Map<?, ?>) value).isEmpty();
        if (!empty) {
            written.put(name, value);
        }
    }

    private static Map<String, String> priorities(Map<?, ?> written, String where) {
        Map<String, String> priorities = new LinkedHashMap<>();
        map(written.get("priorities"), where + ", priorities").forEach((ours, theirs) -> {
            if (!PRIORITIES.contains(String.valueOf(ours))) {
                throw new IllegalArgumentException(where + ": " + ours + " is no priority; ours are P0 to P4.");
            }
            priorities.put(String.valueOf(ours), text(theirs, where + ", priorities"));
        });
        return priorities;
    }

    private static List<String> labels(Map<?, ?> written, String where) {
        List<String> labels = texts(written.get("labels"), where + ", labels");
        for (String label : labels) {
            if (label.matches(".*[\\s\\p{Z}].*") || label.length() > 255) {
                throw new IllegalArgumentException(
                        where + ": Jira takes no label \"" + label + "\": no spaces, and at most 255 characters.");
            }
        }
        return labels;
    }

    private static Map<String, JsonNode> fields(Map<?, ?> written, String where) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        map(written.get("fields"), where + ", fields").forEach((id, value) -> {
            String name = String.valueOf(id);
            if (JiraScreen.WE_SET.contains(name) || name.equals("parent")) {
                throw new IllegalArgumentException(where + ", fields: " + name + " is set already.");
            }
            fields.put(name, JSON.valueToTree(plain(value)));
        });
        return fields;
    }

    /** YAML makes days of some texts, which Jira wants as texts. */
    private static Object plain(Object value) {
        if (value instanceof Date day) {
            return day.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JiraMappingYaml::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode node = JSON.createObjectNode();
            map.forEach((name, one) -> node.set(String.valueOf(name), JSON.valueToTree(plain(one))));
            return node;
        }
        return value == null ? JSON.nullNode() : value;
    }

    private static Object parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("This is longer than " + LONGEST + " characters.");
        }
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        try {
            Object parsed = new Yaml(new SafeConstructor(options)).load(text);
            return parsed == null ? Map.of() : parsed;
        } catch (YAMLException e) {
            throw new IllegalArgumentException("This is not YAML: "
                    + String.valueOf(e.getMessage())
                            .lines()
                            .map(String::strip)
                            .reduce("", (a, b) -> a + " " + b)
                            .strip());
        }
    }

    private static void known(Map<?, ?> written, Set<String> names, String where) {
        for (Object name : written.keySet()) {
            if (!names.contains(String.valueOf(name))) {
                throw new IllegalArgumentException("There is no \"" + name + "\" in " + where + "; there can be "
                        + String.join(", ", names.stream().sorted().toList()) + ".");
            }
        }
    }

    private static Map<?, ?> map(@Nullable Object value, String where) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(where + " must be a list of names with values.");
    }

    private static List<?> list(@Nullable Object value, String where) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(where + " must be a list.");
    }

    private static List<String> texts(@Nullable Object value, String where) {
        return list(value, where).stream().map(one -> text(one, where)).toList();
    }

    private static String text(Map<?, ?> written, String name, String otherwise, String where) {
        Object value = written.get(name);
        return value == null ? otherwise : text(value, where + ", " + name);
    }

    private static String text(@Nullable Object value, String where) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            String text = value.toString().strip();
            if (!text.isEmpty() && text.length() <= 500) {
                return text;
            }
        }
        throw new IllegalArgumentException(where + ": \"" + value + "\" must be a text of 1 to 500 characters.");
    }
}
