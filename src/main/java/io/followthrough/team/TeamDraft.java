package io.followthrough.team;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * A team as somebody wants it.
 *
 * @param lead login name
 * @param manager login name
 * @param director login name
 * @param members login names
 */
public record TeamDraft(String name, String lead, String manager, String director, List<String> members) {

    public TeamDraft {
        name = name.strip();
        members = List.copyOf(new LinkedHashSet<>(members));
    }

    static TeamDraft of(Team team) {
        return new TeamDraft(team.name(), team.lead(), team.manager(), team.director(), team.members());
    }

    /** What becomes different, for people. */
    String changesFrom(TeamDraft before) {
        StringBuilder changes = new StringBuilder();
        change(changes, "name", before.name, name);
        change(changes, "lead", before.lead, lead);
        change(changes, "manager", before.manager, manager);
        change(changes, "director", before.director, director);
        members.stream()
                .filter(member -> !before.members.contains(member))
                .forEach(member -> add(changes, member + " joins"));
        before.members.stream()
                .filter(member -> !members.contains(member))
                .forEach(member -> add(changes, member + " leaves"));
        return changes.toString();
    }

    private static void change(StringBuilder changes, String what, String before, String after) {
        if (!before.equals(after)) {
            add(changes, what + " " + before + " → " + after);
        }
    }

    private static void add(StringBuilder changes, String change) {
        changes.append(changes.isEmpty() ? "" : ", ").append(change);
    }
}
