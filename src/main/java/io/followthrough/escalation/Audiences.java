package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import io.followthrough.postmortem.Postmortems;
import io.followthrough.team.Team;
import io.followthrough.team.Teams;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The people behind the words of the policy: through the owner's team, and whoever stands in for who is away. */
@Component
class Audiences {

    private final Postmortems postmortems;
    private final People people;
    private final Teams teams;
    private final FollowthroughProperties properties;
    private final Clock clock;

    Audiences(Postmortems postmortems, People people, Teams teams, FollowthroughProperties properties, Clock clock) {
        this.postmortems = postmortems;
        this.people = people;
        this.teams = teams;
        this.properties = properties;
        this.clock = clock;
    }

    /** Who is meant, owner first; somebody who is meant twice is named once. */
    List<Told> of(ActionItem item, Set<Audience> audiences) {
        Map<String, Told> told = new LinkedHashMap<>();
        Arrays.stream(Audience.values())
                .filter(audiences::contains)
                .forEach(audience -> asked(item, audience).forEach(id -> told.putIfAbsent(id, new Told(id, audience))));
        return List.copyOf(told.values());
    }

    /** For people: {@code Ann Author (owner), Rita Reviewer (reviewer)}. */
    String names(List<Told> told) {
        return told.stream()
                .map(one -> nameOf(one.person()) + " (" + one.audience().word() + ")")
                .collect(Collectors.joining(", "));
    }

    String nameOf(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }

    /** Whoever is there; where nobody is, whoever is one step further up. */
    private List<String> asked(ActionItem item, Audience audience) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        List<String> there = members(item, audience).stream()
                .map(person -> teams.presentFor(person, today))
                .filter(person -> people.find(person).isPresent())
                .distinct()
                .toList();
        return there.isEmpty() && audience != Audience.DIRECTOR ? asked(item, above(audience)) : there;
    }

    private static Audience above(Audience audience) {
        return switch (audience) {
            case OWNER -> Audience.AUTHOR;
            case AUTHOR, REVIEWER -> Audience.LEAD;
            case LEAD -> Audience.MANAGER;
            case MANAGER, DIRECTOR -> Audience.DIRECTOR;
        };
    }

    private List<String> members(ActionItem item, Audience audience) {
        Optional<Team> team = teams.of(item.owner());
        return switch (audience) {
            case OWNER -> List.of(item.owner());
            case AUTHOR -> List.of(postmortems.get(item.postmortem()).author());
            case REVIEWER -> approver(item);
            case LEAD -> team.map(Team::lead).map(List::of).orElseGet(() -> approver(item));
            case MANAGER -> team.map(Team::manager).map(List::of).orElseGet(this::managers);
            case DIRECTOR -> team.map(Team::director).map(List::of).orElseGet(this::managers);
        };
    }

    private List<String> approver(ActionItem item) {
        return Stream.ofNullable(postmortems.get(item.postmortem()).approvedBy())
                .toList();
    }

    private List<String> managers() {
        return people.inRole(Role.MANAGER).stream().map(Person::id).toList();
    }
}
