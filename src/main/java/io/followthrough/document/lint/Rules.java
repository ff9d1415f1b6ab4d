package io.followthrough.document.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue of rules. */
public final class Rules {

    private static final List<Rule> ALL = catalogue();
    private static final Map<String, Rule> NAMED =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Rule::id, Function.identity()));

    private Rules() {}

    /** All rules, in the order of the catalogue: completeness, consistency, text. */
    public static List<Rule> all() {
        return ALL;
    }

    /** The ids of all rules. */
    public static Set<String> ids() {
        return NAMED.keySet();
    }

    /** The rule of that id. */
    public static Optional<Rule> named(String id) {
        return Optional.ofNullable(NAMED.get(id));
    }

    private static List<Rule> catalogue() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(CompletenessRules.all());
        rules.addAll(WindowRules.all());
        rules.addAll(TimelineRules.all());
        rules.addAll(DateRules.all());
        rules.addAll(ZoneRules.all());
        rules.add(PercentContradiction.rule());
        rules.add(DetectedAtStart.rule());
        rules.addAll(ActionItemRules.all());
        rules.addAll(TextRules.all());
        rules.add(BlameLanguage.rule());
        rules.add(new NotAPostmortem());
        rules.add(Suppressions.rule());
        return List.copyOf(rules);
    }
}
