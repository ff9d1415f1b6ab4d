package io.followthrough.platform;

/** What a person may do. Each role is a group of the same name, in lower case plural, in the engine's identity service. */
public enum Role {
    AUTHOR("authors"),
    REVIEWER("reviewers"),
    MANAGER("managers"),
    ADMIN("camunda-admin");

    private final String group;

    Role(String group) {
        this.group = group;
    }

    /** Id of the group that holds the people of this role. */
    public String group() {
        return group;
    }
}
