package io.followthrough.dashboard.web;

import io.followthrough.platform.History;
import io.followthrough.platform.Person;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How pages show people: by name instead of login name, with initials that are told apart at a glance. */
record Faces(Map<String, Face> byId) {

    private static final int TONES = 6;

    static Faces of(List<Person> people) {
        return new Faces(people.stream()
                .map(person -> Face.of(person.id(), person.name()))
                .collect(Collectors.toMap(Face::id, Function.identity())));
    }

    /** The face of a login name, whoever it belonged to. */
    public Face of(String id) {
        if (id.equals(History.FOLLOWTHROUGH)) {
            return new Face(id, "Followthrough", "F", "face-system");
        }
        Face known = byId.get(id);
        return known == null ? Face.of(id, id) : known;
    }

    /**
     * One person.
     *
     * @param tone class of the colour behind the initials
     */
    record Face(String id, String name, String initials, String tone) {

        static Face of(String id, String name) {
            String initials = Stream.of(name.strip().split("\\s+"))
                    .filter(part -> !part.isEmpty())
                    .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
                    .limit(2)
                    .collect(Collectors.joining());
            return new Face(id, name, initials, "face-" + Math.floorMod(id.hashCode(), TONES));
        }
    }
}
