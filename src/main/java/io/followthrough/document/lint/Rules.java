package io.followthrough.document.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue of rules. */
public final class Rules {

    private static final List<Rule> ALL = catalogue();
    private static final Set<String> IDS = ALL.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());

    private Rules() {}

    /** All rules, in the order of the catalogue: completeness, consistency, text. */
    public static List<Rule> all() {
        return ALL;
    }

    /** The ids of all rules. */
    public static Set<String> ids() {
        return IDS;
    }

    private static List<Rule> catalogue() {
        List<Rule> rules = new ArrayList<>();
        rules.add(new NotAPostmortem());
        rules.addAll(CompletenessRules.all());
        rules.addAll(TimeRules.all());
        rules.addAll(ZoneRules.all());
        rules.add(new PercentContradiction());
        rules.addAll(ActionItemRules.all());
        rules.addAll(TextRules.all());
        return List.copyOf(rules);
    }
}
