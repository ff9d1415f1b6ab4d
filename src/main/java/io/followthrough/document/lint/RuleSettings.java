package io.followthrough.document.lint;

import io.followthrough.document.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much each rule weighs where it is not the standard, and which rules are off. */
public final class RuleSettings {

    /** Every rule as it comes. */
    public static final RuleSettings STANDARD = new RuleSettings(Map.of(), Set.of());

    private final Map<String, Severity> severities;
    private final Set<String> off;

    private RuleSettings(Map<String, Severity> severities, Set<String> off) {
        this.severities = Map.copyOf(severities);
        this.off = Set.copyOf(off);
    }

    /**
     * Reads settings such as {@code missing-time-zone: error} or {@code action-item-without-owner: off}.
     *
     * @throws IllegalArgumentException naming the rule or severity that does not exist
     */
    public static RuleSettings of(Map<?, ?> values) {
        Map<String, Severity> severities = new HashMap<>();
        Set<String> off = new HashSet<>();
        values.forEach((rule, value) -> {
            String id = String.valueOf(rule);
            if (!Rules.ids().contains(id)) {
                throw new IllegalArgumentException("There is no rule \"" + id + "\"; --list-rules names them all."
                        + NearNames.question(id, Rules.ids()));
            }
            String weight = String.valueOf(value).toLowerCase(Locale.ROOT);
            // YAML reads a bare "off" as false.
            if (weight.equals("off") || weight.equals("false")) {
                off.add(id);
            } else {
                severities.put(id, severity(id, weight));
            }
        });
        return new RuleSettings(severities, off);
    }

    private static Severity severity(String id, String weight) {
        return switch (weight) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            case "info" -> Severity.INFO;
            default ->
                throw new IllegalArgumentException("Rule \"" + id + "\" has the severity \"" + weight
                        + "\"; it can be error, warning, info or off.");
        };
    }

    /** The severity the rule has here, or null when it is off. */
    public @Nullable Severity severityOf(Rule rule) {
        return off.contains(rule.id()) ? null : severities.getOrDefault(rule.id(), rule.severity());
    }
}
