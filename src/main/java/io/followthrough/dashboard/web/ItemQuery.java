package io.followthrough.dashboard.web;

import io.followthrough.dashboard.ItemFilter;
import org.jspecify.annotations.Nullable;

/** The filters of the list of action items as they stand in an address: on the page, in the table, in the API. */
record ItemQuery(
        @Nullable String status,
        @Nullable Boolean overdue,
        @Nullable String owner,
        @Nullable String postmortem,
        @Nullable String priority,
        @Nullable String q,
        @Nullable String sort) {

    private static final String ALL = "all";

    /** The status asked for, "all" among them, or this one when none is. */
    String statusOr(String usual) {
        return status == null ? usual : status;
    }

    /** The filter itself, with this status when none is asked for. */
    ItemFilter filter(String usualStatus) {
        String wanted = statusOr(usualStatus);
        return new ItemFilter(
                wanted.equals(ALL) ? "" : wanted,
                Boolean.TRUE.equals(overdue),
                orEmpty(owner),
                orEmpty(postmortem),
                orEmpty(priority),
                orEmpty(q),
                sort == null ? "due" : sort);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
