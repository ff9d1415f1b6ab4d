package io.followthrough.platform.process;

import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people the engine's identity service knows. */
@Component
class EnginePeople implements People {

    private final IdentityService identities;

    EnginePeople(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Optional<Person> find(String id) {
        return Optional.ofNullable(identities.createUserQuery().userId(id).singleResult())
                .map(user -> person(user, roles(user)));
    }

    @Override
    public List<Person> all() {
        // One query a role instead of one a person.
        Map<String, Set<Role>> roles = new HashMap<>();
        for (Role role : Role.values()) {
            identities
                    .createUserQuery()
                    .memberOfGroup(role.group())
                    .list()
                    .forEach(user -> roles.computeIfAbsent(user.getId(), id -> EnumSet.noneOf(Role.class))
                            .add(role));
        }
        return identities.createUserQuery().list().stream()
                .map(user -> person(user, roles.getOrDefault(user.getId(), Set.of())))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    @Override
    public List<Person> inRole(Role role) {
        return all().stream().filter(person -> person.is(role)).toList();
    }

    @Override
    public Optional<Person> match(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        List<Person> meant = all().stream()
                .filter(person -> Stream.of(person.id(), person.name(), String.valueOf(person.mail()))
                        .anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(wanted)))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private static Person person(User user, Set<Role> roles) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> !isBlank(part))
                .collect(Collectors.joining(" "));
        String mail = user.getEmail();
        return new Person(user.getId(), name.isEmpty() ? user.getId() : name, isBlank(mail) ? null : mail, roles);
    }

    private Set<Role> roles(User user) {
        Set<String> groups = identities.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (groups.contains(role.group())) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
