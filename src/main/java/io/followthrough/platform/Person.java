package io.followthrough.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can log in.
 *
 * @param id the login name
 * @param name first and last name, or the login name where there is none
 * @param mail address, or null when none is known
 */
public record Person(String id, String name, @Nullable String mail, Set<Role> roles) {

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
