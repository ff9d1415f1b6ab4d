package io.followthrough.escalation.web;

import io.followthrough.platform.People;
import io.followthrough.platform.Person;

/** Names of people for pages, by their login names. */
record Names(People people) {

    public String of(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }
}
