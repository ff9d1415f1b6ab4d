package io.followthrough.team;

import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A team as somebody wants it.
 *
 * @param lead login name
 * @param manager login name
 * @param director login name
 * @param members login names
 */
public record TeamDraft(String name, String lead, String manager, String director, List<String> members) {

    private static final int NAME_LENGTH = 100;

    public TeamDraft {
        name = name.strip();
        members = List.copyOf(new LinkedHashSet<>(members));
    }

    static TeamDraft of(Team team) {
        return new TeamDraft(team.name(), team.lead(), team.manager(), team.director(), team.members());
    }

    /** @throws InvalidInputException when it has no name, or somebody is nobody or could not do what is asked of them */
    void requireUsable(People people) {
        if (name.isEmpty() || name.length() > NAME_LENGTH) {
            throw new InvalidInputException("Name the team, in at most " + NAME_LENGTH + " characters.");
        }
        Stream.concat(Stream.of(lead, manager, director), members.stream()).forEach(person -> known(person, people));
        if (people.find(manager).filter(found -> found.is(Role.MANAGER)).isEmpty()) {
            throw new InvalidInputException(manager + " is no manager and could not decide at the end of a ladder.");
        }
    }

    static String known(String person, People people) {
        if (people.find(person).isEmpty()) {
            throw new InvalidInputException("Nobody is called " + person + ": choose somebody who can log in.");
        }
        return person;
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
