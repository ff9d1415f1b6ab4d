package io.followthrough.escalation;

import io.followthrough.actionitem.Priority;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import io.followthrough.team.Team;
import io.followthrough.team.Teams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is wrong with a table that could be read: nothing that fails this comes into force. */
@Component
class PolicyCheck {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_ROW = 100;
    private static final int LONGEST_SENTENCE = 500;

    private final Teams teams;
    private final People people;

    PolicyCheck(Teams teams, People people) {
        this.teams = teams;
        this.people = people;
    }

    /** One sentence each; empty when all is well. */
    List<String> problems(PolicyTable table) {
        Set<String> problems = new LinkedHashSet<>();
        for (Priority priority : Priority.values()) {
            List<Rung> ladder = table.ladderFor(priority);
            if (ladder.stream().noneMatch(rung -> rung.when().isLate() && rung.only() == Rung.Only.ALWAYS)) {
                problems.add("Nobody is told when an item of priority " + priority
                        + " is late: a rung after due is missing for it.");
            }
            problems.addAll(overlaps(priority, ladder));
            ladder.forEach(rung -> problems.addAll(cells(rung)));
        }
        Set<String> answering = table.ladders().values().stream()
                .flatMap(List::stream)
                .map(Rung::row)
                .collect(Collectors.toSet());
        table.rows().stream()
                .filter(row -> !answering.contains(row.id()))
                .forEach(row -> problems.add(row.id() + " is for no priority there is."));
        problems.addAll(unresolvable(table));
        return List.copyOf(problems);
    }

    private static List<String> overlaps(Priority priority, List<Rung> ladder) {
        List<String> problems = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (Rung rung : ladder) {
            for (String what : List.of("rung " + rung.name(), "label " + rung.label())) {
                overlap(seen, what, rung, priority, problems);
            }
            if (rung.only() != Rung.Only.UNOWNED) {
                overlap(seen, "time for owned items", rung.when() + "/owned", rung, priority, problems);
            }
            if (rung.only() != Rung.Only.OWNED) {
                overlap(seen, "time for unowned items", rung.when() + "/unowned", rung, priority, problems);
            }
        }
        return problems;
    }

    private static void overlap(
            Map<String, String> seen, String what, Rung rung, Priority priority, List<String> problems) {
        overlap(seen, what, what, rung, priority, problems);
    }

    private static void overlap(
            Map<String, String> seen, String what, String key, Rung rung, Priority priority, List<String> problems) {
        String other = seen.putIfAbsent(key, rung.row());
        if (other != null) {
            problems.add(other + " and " + rung.row() + " overlap: both give " + priority + " the same " + what + ".");
        }
    }

    private static List<String> cells(Rung rung) {
        List<String> problems = new ArrayList<>();
        if (rung.name().isBlank() || rung.name().length() > LONGEST_NAME) {
            problems.add(rung.row() + ": name the rung, in " + LONGEST_NAME + " characters at most.");
        }
        if (rung.row().length() > LONGEST_ROW) {
            problems.add(rung.row() + ": its id is too long.");
        }
        if (!LABEL.matcher(rung.label()).matches()) {
            problems.add(rung.row() + ": \"" + rung.label() + "\" cannot be a label: use letters, digits, - _ and .");
        }
        if (rung.say().isBlank() || rung.say().length() > LONGEST_SENTENCE) {
            problems.add(rung.row() + ": say something, in " + LONGEST_SENTENCE + " characters at most.");
        }
        return problems;
    }

    private List<String> unresolvable(PolicyTable table) {
        Set<Audience> told = table.ladders().values().stream()
                .flatMap(List::stream)
                .flatMap(rung -> rung.tell().stream())
                .collect(Collectors.toSet());
        List<String> problems = new ArrayList<>();
        boolean upwards = told.contains(Audience.MANAGER) || told.contains(Audience.DIRECTOR);
        if (upwards && people.inRole(Role.MANAGER).isEmpty()) {
            problems.add("Nobody is a manager: whoever has no team could not be escalated.");
        }
        for (Team team : teams.all()) {
            unknown(problems, told.contains(Audience.LEAD), team, "lead", team.lead());
            unknown(problems, told.contains(Audience.MANAGER), team, "manager", team.manager());
            unknown(problems, told.contains(Audience.DIRECTOR), team, "director", team.director());
        }
        return problems;
    }

    private void unknown(List<String> problems, boolean told, Team team, String role, String person) {
        if (told && people.find(teams.presentNow(person)).isEmpty()) {
            problems.add("The " + role + " of team " + team.name() + ", " + person + ", is gone and nobody stands in.");
        }
    }
}
