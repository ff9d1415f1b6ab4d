package io.followthrough.sandbox;

/**
 * Somebody a ticket can be assigned to.
 *
 * @param accountId opaque, as on Jira Cloud
 */
public record SandboxPerson(String accountId, String name, String mail) {}
