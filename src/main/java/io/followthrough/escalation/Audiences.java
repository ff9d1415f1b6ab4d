package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import io.followthrough.postmortem.PostmortemKey;
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

    /** Who is meant today, owner first; somebody who is meant twice is named once. */
    List<Told> of(ActionItem item, Set<Audience> audiences) {
        return of(item.owner(), item.postmortem(), audiences, LocalDate.ofInstant(clock.instant(), properties.zone()));
    }

    /** Who would be meant on a day about an item of this owner and this postmortem. */
    List<Told> of(String owner, PostmortemKey postmortem, Set<Audience> audiences, LocalDate day) {
        Subject subject = new Subject(owner, postmortem, day);
        Map<String, Told> told = new LinkedHashMap<>();
        Arrays.stream(Audience.values())
                .filter(audiences::contains)
                .forEach(audience ->
                        asked(subject, audience).forEach(id -> told.putIfAbsent(id, new Told(id, audience))));
        return List.copyOf(told.values());
    }

    private record Subject(String owner, PostmortemKey postmortem, LocalDate day) {}

    /**
     * The one person who is asked what becomes of an item: who directs the owner's team, or else the next who is there;
     * never the owner, unless there is nobody else who could.
     */
    String decider(ActionItem item) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        Subject subject = new Subject(item.owner(), item.postmortem(), today);
        return Stream.of(
                        asked(subject, Audience.DIRECTOR),
                        asked(subject, Audience.MANAGER),
                        present(managers(), today),
                        present(
                                people.inRole(Role.ADMIN).stream()
                                        .map(Person::id)
                                        .toList(),
                                today))
                .flatMap(List::stream)
                .filter(id -> !id.equals(item.owner()))
                .findFirst()
                .orElse(item.owner());
    }

    /** For people: {@code Ann Author (owner), Rita Reviewer (reviewer)}. */
    String names(List<Told> told) {
        return told.stream()
                .map(one -> nameOf(one.person()) + " (" + one.audience().word() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Mail addresses of those who have one. */
    List<String> mails(List<Told> told) {
        return told.stream()
                .flatMap(one -> people.find(one.person()).stream())
                .flatMap(person -> Stream.ofNullable(person.mail()))
                .filter(mail -> !mail.isBlank())
                .toList();
    }

    String nameOf(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }

    /** Whoever is there; where nobody is, whoever is one step further up. */
    private List<String> asked(Subject subject, Audience audience) {
        List<String> there = present(members(subject, audience), subject.day());
        return there.isEmpty() && audience != Audience.DIRECTOR ? asked(subject, above(audience)) : there;
    }

    private List<String> present(List<String> meant, LocalDate day) {
        return meant.stream()
                .map(person -> teams.presentFor(person, day))
                .filter(person -> people.find(person).isPresent())
                .distinct()
                .toList();
    }

    private static Audience above(Audience audience) {
        return switch (audience) {
            case OWNER -> Audience.AUTHOR;
            case AUTHOR, REVIEWER -> Audience.LEAD;
            case LEAD -> Audience.MANAGER;
            case MANAGER, DIRECTOR -> Audience.DIRECTOR;
        };
    }

    private List<String> members(Subject subject, Audience audience) {
        Optional<Team> team = teams.of(subject.owner());
        return switch (audience) {
            case OWNER -> List.of(subject.owner());
            case AUTHOR -> List.of(postmortems.get(subject.postmortem()).author());
            case REVIEWER -> approver(subject);
            case LEAD -> team.map(Team::lead).map(List::of).orElseGet(() -> approver(subject));
            case MANAGER -> team.map(Team::manager).map(List::of).orElseGet(this::managers);
            case DIRECTOR -> team.map(Team::director).map(List::of).orElseGet(this::managers);
        };
    }

    private List<String> approver(Subject subject) {
        return Stream.ofNullable(postmortems.get(subject.postmortem()).approvedBy())
                .toList();
    }

    private List<String> managers() {
        return people.inRole(Role.MANAGER).stream().map(Person::id).toList();
    }
}
