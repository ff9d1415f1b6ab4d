package io.followthrough.dashboard.web;

import io.followthrough.dashboard.ItemFilter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of the list of action items as it is shown, with one thing changed. */
record ItemLinks(ItemFilter filter, String status) {

    /** Another page of the same list. */
    public String page(int page) {
        return address("/action-items", filter.sort()).queryParam("page", page).toUriString();
    }

    /** The same list sorted by this; the other way round when it is sorted so already. */
    public String sortedBy(String sort) {
        return address("/action-items", filter.sort().equals(sort) ? "-" + sort : sort)
                .toUriString();
    }

    /** What the header of a column says to a screen reader, or null when the list is not sorted by it. */
    public @Nullable String sorting(String sort) {
        return filter.sort().equals(sort) ? "ascending" : filter.sort().equals("-" + sort) ? "descending" : null;
    }

    /** The list as a spreadsheet reads it. */
    public String csv() {
        return address("/action-items.csv", filter.sort()).toUriString();
    }

    /** Whether anything narrows the list beside its state. */
    public boolean isNarrowed() {
        return filter.overdue() || !(filter.owner() + filter.postmortem() + filter.priority() + filter.q()).isBlank();
    }

    private UriComponentsBuilder address(String path, String sort) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("status", status);
        add(address, "overdue", filter.overdue() ? "true" : "");
        add(address, "owner", filter.owner());
        add(address, "postmortem", filter.postmortem());
        add(address, "priority", filter.priority());
        add(address, "q", filter.q());
        add(address, "sort", sort.equals("due") ? "" : sort);
        return address.encode();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isBlank()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
