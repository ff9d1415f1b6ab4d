package io.followthrough.sandbox;

/**
 * Somebody a ticket can be assigned to.
 *
 * @param accountId opaque, as on Jira Cloud
 */
public record SandboxPerson(String accountId, String name, String mail) {

    /** What Jira Data Center knows the person by. */
    String username() {
        return accountId.replaceFirst("^sandbox:", "");
    }
}
