package io.followthrough.document;

import io.followthrough.document.lint.Rule;
import io.followthrough.document.lint.RuleGroup;
import io.followthrough.document.lint.RuleTexts;
import io.followthrough.document.lint.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All rules with what is told about them; read when first asked for, which linting never does. */
public final class RuleCatalogue {

    private RuleCatalogue() {}

    /** The groups in the order of the catalogue, each with its rules. */
    public static List<Group> groups() {
        return Arrays.stream(RuleGroup.values())
                .map(group -> new Group(
                        group.title(),
                        group.question(),
                        Rules.all().stream()
                                .filter(rule -> rule.group() == group)
                                .map(RuleTexts::of)
                                .toList()))
                .toList();
    }

    /** Every rule, in the order of the catalogue. */
    public static List<RuleText> all() {
        return Rules.all().stream().map(RuleTexts::of).toList();
    }

    /** The rule of that id. */
    public static Optional<RuleText> named(String id) {
        Optional<Rule> rule = Rules.named(id);
        return rule.map(RuleTexts::of);
    }

    /**
     * Rules that ask the same question.
     *
     * @param question what they ask, in one sentence
     */
    public record Group(String title, String question, List<RuleText> rules) {

        public Group {
            rules = List.copyOf(rules);
        }
    }
}
