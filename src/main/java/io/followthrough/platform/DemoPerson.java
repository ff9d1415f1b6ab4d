package io.followthrough.platform;

import java.util.Locale;
import java.util.Set;

/** Who can log in while Followthrough is tried out, all with the same password. */
public enum DemoPerson {
    AUTHOR("Ann", "Author", Set.of(Role.AUTHOR)),
    REVIEWER("Rita", "Reviewer", Set.of(Role.AUTHOR, Role.REVIEWER)),
    LEAD("Leo", "Lead", Set.of(Role.AUTHOR, Role.REVIEWER)),
    MANAGER("Mona", "Manager", Set.of(Role.AUTHOR, Role.MANAGER)),
    ADMIN("Ada", "Admin", Set.of(Role.AUTHOR, Role.ADMIN));

    /** What opens every demo account, and must open none in earnest. */
    public static final String PASSWORD = "demo";

    private final String firstName;
    private final String lastName;
    private final Set<Role> roles;

    DemoPerson(String firstName, String lastName, Set<Role> roles) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.roles = roles;
    }

    /** The login name. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    public Set<Role> roles() {
        return roles;
    }
}
