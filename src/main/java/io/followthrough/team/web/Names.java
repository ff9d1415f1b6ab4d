package io.followthrough.team.web;

import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import java.util.Map;
import java.util.stream.Collectors;

/** What people are called, by login name. */
final class Names {

    private Names() {}

    static Map<String, String> of(People people) {
        return people.all().stream().collect(Collectors.toMap(Person::id, Person::name));
    }
}
