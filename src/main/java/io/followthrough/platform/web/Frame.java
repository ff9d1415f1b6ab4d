package io.followthrough.platform.web;

import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code layout.html} shows around every page.
 *
 * @param person who is logged in, or null
 * @param path of the page, to come back to
 * @param now the application's time, in UTC
 * @param daysAhead how far the time machine has moved it
 */
public record Frame(
        boolean tryIt, @Nullable Person person, String path, List<Link> links, ZonedDateTime now, long daysAhead) {

    /** One entry of the navigation. */
    public record Link(String path, String text, boolean current) {}

    /** Whether the person may see to the running of it all. */
    public boolean isInCharge() {
        return person != null && (person.is(Role.MANAGER) || person.is(Role.ADMIN));
    }

    public boolean isAdmin() {
        return person != null && person.is(Role.ADMIN);
    }
}
