package io.followthrough.team;

import org.jspecify.annotations.Nullable;

/**
 * What was planned by a calendar may have to be planned anew; heard in the same transaction.
 *
 * @param person whose calendar it is, or null for everybody's
 */
public record CalendarChanged(@Nullable String person) {}
