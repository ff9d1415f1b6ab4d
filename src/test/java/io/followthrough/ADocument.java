package io.followthrough;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds the text of a postmortem that has everything a review asks for. */
public final class ADocument {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private String title = "Search was slow for an hour " + COUNTER.incrementAndGet();
    private final List<String> actionItems = new ArrayList<>();

    private ADocument() {}

    /** A complete postmortem with one action item for each line, or one of its own when there is none. */
    public static ADocument aDocument() {
        return new ADocument();
    }

    public ADocument titled(String words) {
        title = words;
        return this;
    }

    public ADocument promising(String... lines) {
        actionItems.addAll(List.of(lines));
        return this;
    }

    public String text() {
        List<String> items = actionItems.isEmpty()
                ? List.of("Add an alert on the heap of the search nodes above 85 percent")
                : actionItems;
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            list.append(i + 1).append(". ").append(items.get(i)).append('\n');
        }
        return """
                # Postmortem: %s

                ## Issue Summary

                **Duration:** 1 hour, from 09:00 to 10:00 UTC on March 4th, 2026.

                **Impact:** 30%% of our users waited more than ten seconds for each search.

                **Root Cause:** The nightly index job ran twice and filled the heap of the search nodes.

                ## Timeline

                - **09:00:** The second index job starts.
                - **09:05:** A monitoring alert reports slow searches.
                - **09:40:** The on-call engineer finds the doubled job and stops it.
                - **10:00:** Searches answer in time again.

                ## Root Cause and Resolution

                **Root Cause:** The scheduler lost its lock during a deployment and started the job a second time.

                **Resolution:** The doubled job was stopped and the search nodes were restarted one by one.

                ## Corrective and Preventative Measures

                **Improvements:**

                - Scheduling: jobs should hold a lock that survives a deployment.

                **Tasks:**

                %s""".formatted(title, list);
    }
}
