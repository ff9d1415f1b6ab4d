package io.followthrough.platform;

import java.util.List;
import java.util.Optional;

/** Everybody who can log in. */
public interface People {

    Optional<Person> find(String id);

    /** All people by name. */
    List<Person> all();

    /** The people of a role by name. */
    List<Person> inRole(Role role);

    /** The one person meant by a login name, mail address or full name, whatever its case; empty when none or several. */
    Optional<Person> match(String words);
}
