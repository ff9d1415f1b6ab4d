package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import io.followthrough.postmortem.Postmortems;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The people behind the words of the policy. */
@Component
class Audiences {

    private final Postmortems postmortems;
    private final People people;

    Audiences(Postmortems postmortems, People people) {
        this.postmortems = postmortems;
        this.people = people;
    }

    /** Who is meant, owner first; somebody who is meant twice is named once. */
    List<Told> of(ActionItem item, Set<Audience> audiences) {
        Map<String, Told> told = new LinkedHashMap<>();
        Arrays.stream(Audience.values())
                .filter(audiences::contains)
                .forEach(audience ->
                        members(item, audience).forEach(id -> told.putIfAbsent(id, new Told(id, audience))));
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

    private Stream<String> members(ActionItem item, Audience audience) {
        return switch (audience) {
            case OWNER -> Stream.of(item.owner());
            case REVIEWER ->
                Stream.ofNullable(postmortems.get(item.postmortem()).approvedBy());
            case MANAGER -> people.inRole(Role.MANAGER).stream().map(Person::id);
        };
    }
}
