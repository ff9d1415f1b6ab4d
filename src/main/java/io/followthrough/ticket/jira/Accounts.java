package io.followthrough.ticket.jira;

import org.jspecify.annotations.Nullable;

/** Who somebody is in Jira. */
@FunctionalInterface
interface Accounts {

    /** What Jira knows the owner of the mail address by; null when it knows nobody for certain. */
    @Nullable
    String of(String mail);
}
